import { describe, expect, test } from 'vitest';
import { listOpenGaps } from '#engine/store/gaps.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import { answerInTurn, breakAfter, halfRead, offline, refused, tokens } from './brokenDms.ts';
import { countStored, dms, gapsOf, never, startPoller } from './support.ts';

describe('a gap of private messages that was read in part', () => {
  test('is gone on with at the page up to which it was read', async () => {
    const { x, poller, db, clock } = await halfRead();
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    // The newest page, the one that was read last, and those below it.
    expect(tokens(x)).toEqual([null, '120', '220', '320', '420']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    expect(countStored(db)).toBe(2 + 2 * 450);
  });

  test('is read from the newest message on where X knows that page no more', async () => {
    const { x, poller, db, clock } = await halfRead();
    x.spoil = (name, nth) => (name === 'listDms' && nth === 2 ? refused : null);
    expect(await poller.pollNow()).toMatchObject({
      value: { newMessages: 230, closedGaps: 1, failures: [] },
    });
    expect(tokens(x)).toEqual([null, '120', null, '100', '200', '300', '400']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });

  test.each([
    ['beyond it', 300],
    ['past the end', 440],
  ])('is read from the newest message on where that page lies %s', async (_, deleted) => {
    const { x, poller, db, clock } = await halfRead();
    x.dms.splice(-deleted, deleted);
    const left = x.dms.length;
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(tokens(x).slice(0, 3)).toEqual([null, '120', null]);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    const unread = Math.max(0, left - 1);
    expect(countStored(db)).toBe(2 + 450 + 220 + Math.min(230, unread));
  });

  test('comes nearer though each round is cut off on its way from the newest message', async () => {
    const { x, poller, db, clock } = await halfRead();
    x.dms.push(...dms(600, clock.now()));
    clock.jump(11 * MINUTE_MS);
    const headPages = Array<null>(7).fill(null);
    answerInTurn(x, [...headPages, refused, null, null, null, offline]);
    await poller.pollNow();
    const missing = gapsOf(db, 'dms', clock);
    expect(missing).toMatchObject([{ from: MORNING, to: MORNING + 231 * SECOND_MS }]);
    const rounds: number[] = [];
    while (gapsOf(db, 'dms', clock).length > 0 && rounds.length < 20) {
      x.calls.length = 0;
      breakAfter(x, 3);
      await poller.pollNow();
      rounds.push(tokens(x).filter((token) => token === null).length);
    }
    // Never from the newest message again, but for what is new.
    expect(rounds).toEqual(rounds.map(() => 1));
    expect(countStored(db)).toBe(2 + 2 * 450 + 600);
  });

  test('is gone on with at the last page that told something where an empty one came after it', async () => {
    const { x, poller, db, clock } = await halfRead();
    const newestFirst = x.dms.toReversed();
    for (const { id } of newestFirst.slice(220, 320)) x.passedOver.add(id);
    breakAfter(x, 3);
    await poller.pollNow();
    x.calls.length = 0;
    breakAfter(x, 9);
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(tokens(x)).toEqual([null, '120', '220', '320', '420']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });

  test('waits for a round that works, once its source has failed', async () => {
    const { x, poller } = await halfRead();
    breakAfter(x, 0);
    await poller.pollNow();
    expect(tokens(x)).toEqual([null]);
  });
});

describe('a first reading of private messages', () => {
  test('of a process that dies is gone on with where it stopped', async () => {
    const first = startPoller();
    first.x.dms.push(...dms(450));
    first.x.spoil = (name, nth) => (name === 'listDms' && nth === 3 ? never() : null);
    void first.poller.pollNow();
    await settle();
    expect(countStored(first.db)).toBe(200);
    expect(listOpenGaps(first.db, 'dms')).toMatchObject([{ isBeginning: true, pageToken: '100' }]);
    const second = startPoller({ x: first.x, db: first.db });
    first.x.spoil = () => null;
    second.poller.start();
    expect(await second.poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(countStored(second.db)).toBe(450);
    expect(gapsOf(second.db, 'dms', second.clock)).toEqual([]);
    expect(tokens(first.x).slice(3)).toEqual([null, '100', '200', '300', '400']);
  });

  test('that brings nothing is whole', async () => {
    const { poller, db, clock } = startPoller();
    await poller.pollNow();
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });
});
