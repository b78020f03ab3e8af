import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPoller } from '#engine/capture/poller.ts';
import { adaptivePolicy, type PollingFacts, toIntervalMs } from '#engine/capture/pollingPolicy.ts';
import { getSource, type SourceId } from '#engine/store/sources.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import { MORNING, testAccount } from '../../support/builders.ts';
import { fakeX } from '../../support/fakeX.ts';
import { feeds } from '../../support/feeds.ts';
import { countViews } from '../../support/lists.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { testEngine } from '../../support/testEngine.ts';
import { halfRead, tokens } from './interruptedDms.ts';
import { dms, gapsOf, startPoller } from './support.ts';

test('the first poll cycle plans every source by the customers who wait at its end', async () => {
  const x = fakeX();
  x.dms.push(...dms(6));
  const engine = testEngine(openTestDb(), x.client);
  engine.clock.jump(MORNING + 15 * HOUR_MS - engine.clock.now());
  const policy = adaptivePolicy(engine.ctx, () => null);
  const account = async () => ({ ok: true, value: testAccount }) as const;
  await createPoller(engine.ctx, { policy, account, feeds }).pollNow();
  const next = (id: SourceId) => (getSource(engine.ctx.db, id).nextPollAt ?? 0) - engine.clock.now();
  expect(countViews(engine.ctx.db, '').queue).toBeGreaterThan(0);
  expect([next('mentions'), next('dms'), next('ownPosts')]).toEqual(
    (['mentions', 'dms', 'ownPosts'] as const).map(policy.intervalMs),
  );
});

describe('spare calls for a backfill', () => {
  test.each([
    [null, true],
    [15, true],
    [6, true],
    [5, false],
    [0, false],
  ])('with %j calls left in the rate limit window: %j', (remaining, hasSpare) => {
    const { ctx, clock } = testEngine();
    const allowance = () => (remaining === null ? null : { remaining, resetAt: clock.now() + MINUTE_MS });
    expect(adaptivePolicy(ctx, allowance).hasSpareCall('dms')).toBe(hasSpare);
  });

  test('run out before polling needs them, and the backfill goes on in a later poll cycle', async () => {
    const { x, db, clock } = await halfRead();
    let left = 2;
    const hasSpareCall = () => {
      left -= 1;
      return left >= 0;
    };
    const { poller } = startPoller({ x, db, at: clock.now(), hasSpareCall });
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 100, failures: [] } });
    expect(tokens(x)).toEqual([null, '120', '220']);
    expect(gapsOf(db, 'dms', clock)).toEqual([
      { from: MORNING, to: MORNING + 131 * SECOND_MS, reason: 'rateLimited', recoverable: true },
    ]);
    // Polling goes on.
    expect(getSource(db, 'dms')).toMatchObject({ blockedUntil: null, error: null });
    await poller.pollNow();
    expect(tokens(x)).toEqual([null, '120', '220', null]);
    left = 9;
    expect(await poller.pollNow()).toMatchObject({ value: { newMessages: 130, closedGaps: 1 } });
  });
});

const facts = (changed: Partial<PollingFacts> = {}): PollingFacts => ({
  kind: 'mentions',
  customersWait: false,
  time: 'open',
  callsLeft: null,
  money: null,
  ...changed,
});
const seconds = (changed: Partial<PollingFacts>) => toIntervalMs(facts(changed)) / 1_000;

describe('the interval of a source', () => {
  test.each([
    ['mentions', 'open', true, 20],
    ['mentions', 'open', false, 60],
    ['mentions', 'closed', false, 180],
    ['mentions', 'night', true, 180],
    ['mentions', 'night', false, 600],
    ['dms', 'open', true, 70],
    ['dms', 'night', false, 900],
    ['ownPosts', 'open', true, 60],
    ['search', 'open', false, 300],
  ] as const)(
    'of %s at the office time %s while customers wait (%s) is %i s',
    (kind, time, customersWait, interval) => {
      expect(seconds({ kind, time, customersWait })).toBe(interval);
    },
  );

  test.each([
    ['many calls', 300, 15 * MINUTE_MS, 20],
    ['few calls', 11, 15 * MINUTE_MS, 90],
    ['one call, which is reserved', 1, 15 * MINUTE_MS, 900],
    ['no call', 0, 3 * MINUTE_MS, 180],
  ] as const)('spreads %s over the rate limit window', (_, count, windowLeftMs, interval) => {
    expect(seconds({ customersWait: true, callsLeft: { count, windowLeftMs } })).toBe(interval);
  });

  test.each([
    ['plenty', 100, 1, 60],
    ['just enough', 10, 1, 60],
    ['half of what it would take', 5, 1, 120],
    ['next to nothing', 0.01, 1, 360],
    ['nothing', 0, 1, 360],
    ['some, and nothing spent', 0.01, 0, 60],
  ] as const)('stretches a budget with %s left over ten days', (_, leftUsd, spentLastDayUsd, interval) => {
    expect(seconds({ money: { leftUsd, monthLeftMs: 10 * DAY_MS, spentLastDayUsd } })).toBe(interval);
  });

  test('respects rate limits, stays within bounds, and is never longer while customers wait', () => {
    const some = fc.record({
      kind: fc.constantFrom('mentions', 'dms', 'ownPosts', 'search'),
      customersWait: fc.boolean(),
      time: fc.constantFrom('open', 'closed', 'night'),
      callsLeft: fc.option(
        fc.record({ count: fc.nat(500), windowLeftMs: fc.integer({ min: 1, max: DAY_MS }) }),
      ),
      money: fc.option(
        fc.record({
          leftUsd: fc.double({ min: -5, max: 500, noNaN: true }),
          monthLeftMs: fc.integer({ min: 0, max: 31 * DAY_MS }),
          spentLastDayUsd: fc.double({ min: 0, max: 500, noNaN: true }),
        }),
      ),
    });
    fc.assert(
      fc.property(some, (given) => {
        const interval = toIntervalMs(given);
        expect(interval).toBeGreaterThanOrEqual(20_000);
        expect(interval).toBeLessThanOrEqual(Math.max(30 * MINUTE_MS, given.callsLeft?.windowLeftMs ?? 0));
        if (given.callsLeft) {
          const { count, windowLeftMs } = given.callsLeft;
          expect(interval * Math.max(count, 1)).toBeGreaterThanOrEqual(windowLeftMs - count);
        }
        expect(toIntervalMs({ ...given, customersWait: true })).toBeLessThanOrEqual(
          toIntervalMs({ ...given, customersWait: false }),
        );
      }),
    );
  });
});
