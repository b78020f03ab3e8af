import { describe, expect, test } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING } from '../../support/builders.ts';
import type { FakeX } from '../../support/fakeX.ts';
import { answerInTurn, breakAfter, halfRead, offline, refused, tokens } from './brokenDms.ts';
import { countStored, dms, gapsOf } from './support.ts';

describe('two gaps of private messages', () => {
  /** The older one lies between 220 and 450 messages back when the newer one of 130 is found. */
  async function two(dmTokens: FakeX['dmTokens'] = 'places') {
    const watching = await halfRead(dmTokens);
    const { x, poller, clock } = watching;
    breakAfter(x, 1);
    await poller.pollNow();
    x.dms.push(...dms(250, clock.now() + SECOND_MS));
    clock.jump(10 * MINUTE_MS);
    breakAfter(x, 2);
    await poller.pollNow();
    x.calls.length = 0;
    x.spoil = () => null;
    return watching;
  }

  test('are told apart, to the second', async () => {
    const { db, clock } = await two();
    const second = MORNING + 10 * MINUTE_MS;
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 231 * SECOND_MS, reason: 'interrupted', recoverable: true },
      { from: second, to: second + 131 * SECOND_MS, reason: 'interrupted', recoverable: true },
    ]);
  });

  test.each(['places', 'ids'] as const)(
    'are both closed, each from its own place, by %s',
    async (dmTokens) => {
      const { x, poller, db, clock } = await two(dmTokens);
      expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230 + 130, closedGaps: 2 } });
      expect(gapsOf(db, 'dms', clock)).toEqual([]);
      expect(countStored(db)).toBe(2 + 2 * 450 + 250);
      expect(tokens(x).filter((token) => token === null)).toHaveLength(1);
    },
  );

  test('are closed at once by a reading that comes from the newest message', async () => {
    const { x, poller, db, clock } = await two();
    x.spoil = (name, nth) => (name === 'listDms' && nth === 2 ? refused : null);
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230 + 130, closedGaps: 2 } });
    expect(gapsOf(db, 'dms', clock)).toEqual([]);
    expect(tokens(x).slice(2)).toEqual([null, '100', '200', '300', '400', '500', '600', '700']);
  });

  test('of which only the newer one was read keep the older one', async () => {
    const { x, poller, db, clock } = await two();
    answerInTurn(x, [null, refused, null, null, null, offline]);
    await poller.pollNow();
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 231 * SECOND_MS, reason: 'interrupted', recoverable: true },
    ]);
    x.spoil = () => null;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 230, closedGaps: 1 } });
  });
});
