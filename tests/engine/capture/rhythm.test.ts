import { describe, expect, test } from 'vitest';
import { adaptiveRhythm } from '../../../src-main/engine/capture/rhythm.ts';
import { getSource } from '../../../src-main/engine/store/sources.ts';
import { MORNING } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';
import { halfRead, tokens } from './brokenDms.ts';
import { gapsOf, MINUTE, SECOND, startPoller } from './support.ts';

describe('calls for what was missed', () => {
  test.each([
    [null, true],
    [15, true],
    [6, true],
    [5, false],
    [0, false],
  ])('with %j calls of the window left: %j', (remaining, spares) => {
    const { ctx, clock } = testEngine();
    const allowance = () => (remaining === null ? null : { remaining, resetAt: clock.now() + MINUTE });
    expect(adaptiveRhythm(ctx, allowance).sparesCall('dms')).toBe(spares);
  });

  test('end where what comes in needs the rest, and are made in a later round', async () => {
    const { x, db, clock } = await halfRead();
    let left = 2;
    const sparesCall = () => {
      left -= 1;
      return left >= 0;
    };
    const { poller } = startPoller({ x, db, at: clock.now(), sparesCall });
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 100, failures: [] } });
    expect(tokens(x)).toEqual([null, '120', '220']);
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 131 * SECOND, reason: 'rateLimited', recoverable: true },
    ]);
    // What is new is still asked for.
    expect(getSource(db, 'dms')).toMatchObject({ blockedUntil: null, error: null });
    await poller.pollNow();
    expect(tokens(x)).toEqual([null, '120', '220', null]);
    left = 9;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 130, closedGaps: 1 } });
  });
});
