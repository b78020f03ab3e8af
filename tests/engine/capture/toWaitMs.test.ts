import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PollingFacts, toIntervalMs } from '#engine/capture/pollingPolicy.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';

const facts = (changed: Partial<PollingFacts> = {}): PollingFacts => ({
  kind: 'mentions',
  customersWait: false,
  time: 'open',
  callsLeft: null,
  money: null,
  ...changed,
});
const seconds = (changed: Partial<PollingFacts>) => toIntervalMs(facts(changed)) / 1_000;

describe('the wait before a source is asked again', () => {
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
  ] as const)('for %s while it is %s and somebody waits: %s', (kind, time, customersWait, wait) => {
    expect(seconds({ kind, time, customersWait })).toBe(wait);
  });

  test.each([
    ['many calls', 300, 15 * MINUTE_MS, 20],
    ['few calls', 11, 15 * MINUTE_MS, 90],
    ['one call, which is kept back', 1, 15 * MINUTE_MS, 900],
    ['no call', 0, 3 * MINUTE_MS, 180],
  ] as const)('spreads %s over the window', (_, count, windowLeftMs, wait) => {
    expect(seconds({ customersWait: true, callsLeft: { count, windowLeftMs } })).toBe(wait);
  });

  test.each([
    ['plenty', 100, 1, 60],
    ['just enough', 10, 1, 60],
    ['half of what it would take', 5, 1, 120],
    ['next to nothing', 0.01, 1, 360],
    ['nothing', 0, 1, 360],
    ['some, and nothing spent', 0.01, 0, 60],
  ] as const)('with %s left for ten days', (_, leftUsd, spentLastDayUsd, wait) => {
    expect(seconds({ money: { leftUsd, monthLeftMs: 10 * DAY_MS, spentLastDayUsd } })).toBe(wait);
  });

  test('is never shorter than limits last, never silly, and never longer while somebody waits', () => {
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
        const wait = toIntervalMs(given);
        expect(wait).toBeGreaterThanOrEqual(20_000);
        expect(wait).toBeLessThanOrEqual(Math.max(30 * MINUTE_MS, given.callsLeft?.windowLeftMs ?? 0));
        if (given.callsLeft) {
          const { count, windowLeftMs } = given.callsLeft;
          expect(wait * Math.max(count, 1)).toBeGreaterThanOrEqual(windowLeftMs - count);
        }
        expect(toIntervalMs({ ...given, customersWait: true })).toBeLessThanOrEqual(
          toIntervalMs({ ...given, customersWait: false }),
        );
      }),
    );
  });
});
