import { describe, expect, test } from 'vitest';
import { listOpenGaps } from '#engine/store/gaps.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import { settle } from '../../support/fakeClock.ts';
import type { FakeX } from '../../support/fakeX.ts';
import { breakAfter, halfRead, offline, refused, respondInTurn, tokens } from './interruptedDms.ts';
import { countStored, dms, gapsOf, never, startPoller } from './support.ts';

describe('a gap of private messages that was backfilled in part', () => {
  test('resumes at the page that was read last', async () => {
    const { x, poller, db, clock } = await halfRead();
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    // The newest page, the page that was read last, and those below it.
    expect(tokens(x)).toEqual([null, '120', '220', '320', '420']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    expect(countStored(db)).toBe(2 + 2 * 450);
  });

  test('restarts at the newest message if X rejects the page token', async () => {
    const { x, poller, db, clock } = await halfRead();
    x.spoil = (name, nth) => (name === 'listDms' && nth === 2 ? refused : null);
    expect(await poller.pollNow()).toMatchObject({
      value: { newMessages: 230, closedGaps: 1, failures: [] },
    });
    expect(tokens(x)).toEqual([null, '120', null, '100', '200', '300', '400']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });

  test.each([
    ['below it', 300],
    ['past the end', 440],
  ])('restarts at the newest message if that page has moved %s', async (_, deleted) => {
    const { x, poller, db, clock } = await halfRead();
    x.dms.splice(-deleted, deleted);
    const left = x.dms.length;
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(tokens(x).slice(0, 3)).toEqual([null, '120', null]);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    const unread = Math.max(0, left - 1);
    expect(countStored(db)).toBe(2 + 450 + 220 + Math.min(230, unread));
  });

  test('shrinks even if each backfill is cut off on its way from the newest message', async () => {
    const { x, poller, db, clock } = await halfRead();
    x.dms.push(...dms(600, clock.now()));
    clock.jump(14 * MINUTE_MS);
    const headPages = Array<null>(7).fill(null);
    respondInTurn(x, [...headPages, refused, null, null, null, offline]);
    await poller.pollNow();
    const missing = gapsOf(db, 'dms', clock);
    expect(missing).toMatchObject([{ from: MORNING, to: MORNING + 231 * SECOND_MS }]);
    const restarts: number[] = [];
    while (gapsOf(db, 'dms', clock).length > 0 && restarts.length < 20) {
      x.calls.length = 0;
      breakAfter(x, 3);
      await poller.pollNow();
      restarts.push(tokens(x).filter((token) => token === null).length);
    }
    // Only the poll itself starts at the newest message.
    expect(restarts).toEqual(restarts.map(() => 1));
    expect(countStored(db)).toBe(2 + 2 * 450 + 600);
  });

  test('resumes at the last page with items if an empty page came after it', async () => {
    const { x, poller, db, clock } = await halfRead();
    const newestFirst = x.dms.toReversed();
    for (const { id } of newestFirst.slice(220, 320)) x.filtered.add(id);
    breakAfter(x, 3);
    await poller.pollNow();
    x.calls.length = 0;
    breakAfter(x, 9);
    expect(await poller.pollNow()).toMatchObject({ value: { closedGaps: 1 } });
    expect(tokens(x)).toEqual([null, '120', '220', '320', '420']);
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });

  test('is not backfilled in a poll cycle in which its source has failed', async () => {
    const { x, poller } = await halfRead();
    breakAfter(x, 0);
    await poller.pollNow();
    expect(tokens(x)).toEqual([null]);
  });
});

describe('a first read of private messages', () => {
  test('resumes where it stopped after the process dies', async () => {
    const first = startPoller();
    first.x.dms.push(...dms(450, MORNING - HOUR_MS));
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

  test('that finds nothing leaves no gap', async () => {
    const { poller, db, clock } = startPoller();
    await poller.pollNow();
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
  });
});

describe('two gaps of private messages', () => {
  /** An older gap, 220 to 450 messages back, and a newer one of 130 messages. */
  async function twoGaps(dmTokens: FakeX['dmTokens'] = 'places') {
    const world = await halfRead(dmTokens);
    const { x, poller, clock } = world;
    breakAfter(x, 1);
    await poller.pollNow();
    x.dms.push(...dms(250, clock.now() + SECOND_MS));
    clock.jump(10 * MINUTE_MS);
    breakAfter(x, 2);
    await poller.pollNow();
    x.calls.length = 0;
    x.spoil = () => null;
    return world;
  }

  test('are kept apart, to the second', async () => {
    const { db, clock } = await twoGaps();
    const second = MORNING + 11 * MINUTE_MS;
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 231 * SECOND_MS, reason: 'interrupted', recoverable: true },
      { from: second, to: second + 131 * SECOND_MS, reason: 'interrupted', recoverable: true },
    ]);
  });

  test.each(['places', 'ids'] as const)(
    'are both closed, each from its own page, with tokens that are %s',
    async (dmTokens) => {
      const { x, poller, db, clock } = await twoGaps(dmTokens);
      expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230 + 130, closedGaps: 2 } });
      expect(gapsOf(db, 'dms', clock)).toEqual([]);
      expect(countStored(db)).toBe(2 + 2 * 450 + 250);
      expect(tokens(x).filter((token) => token === null)).toHaveLength(1);
    },
  );

  test('are both closed by one backfill that starts at the newest message', async () => {
    const { x, poller, db, clock } = await twoGaps();
    x.spoil = (name, nth) => (name === 'listDms' && nth === 2 ? refused : null);
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230 + 130, closedGaps: 2 } });
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    expect(tokens(x).slice(2)).toEqual([null, '100', '200', '300', '400', '500', '600', '700']);
  });

  test('keep the older one if only the newer one was fetched', async () => {
    const { x, poller, db, clock } = await twoGaps();
    respondInTurn(x, [null, refused, null, null, null, offline]);
    await poller.pollNow();
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 231 * SECOND_MS, reason: 'interrupted', recoverable: true },
    ]);
    x.spoil = () => null;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230, closedGaps: 1 } });
  });
});
