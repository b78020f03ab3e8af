import { describe, expect, test } from 'vitest';
import { createClock, systemClock } from '#shared/systemClock.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { fakeClock } from '../support/fakeClock.ts';

const YEAR = 365 * DAY_MS;

/** A machine whose wall clock can be set and which can sleep. */
function machine() {
  const steady = fakeClock(0);
  let offset = Date.UTC(2026, 10, 23, 9);
  const delays: number[] = [];
  const clock = createClock({
    now: () => steady.now() + offset,
    elapsedMs: steady.now,
    setTimer: (run, delayMs) => {
      delays.push(delayMs);
      return steady.after(delayMs, run);
    },
  });
  const set = (byMs: number) => {
    offset += byMs;
  };
  return { clock, set, pass: steady.advance, waiting: steady.waiting, delays };
}

describe('a timer', () => {
  test.each([0, 1, 29_999, 30_000, 30_001, HOUR_MS, 40 * 24 * HOUR_MS])(
    'of %i ms fires once, in time',
    async (delay) => {
      const { clock, pass, waiting, delays } = machine();
      let times = 0;
      clock.after(delay, () => {
        times += 1;
      });
      await pass(Math.max(delay - 1, 0));
      expect(times).toBe(delay === 0 ? 1 : 0);
      await pass(1);
      await pass(HOUR_MS);
      expect([times, waiting()]).toEqual([1, 0]);
      expect(Math.max(...delays)).toBeLessThanOrEqual(30_000);
    },
  );

  test.each([
    ['set back two hours', -2 * HOUR_MS, 10_000],
    ['set back a year', -YEAR, 10_000],
    ['set forward a little', 4_000, 10_000],
  ])('fires once, at its time at the latest, if the clock is %s', async (_, by, delay) => {
    const { clock, set, pass, waiting } = machine();
    let times = 0;
    clock.after(delay, () => {
      times += 1;
    });
    await pass(1_000);
    set(by);
    await pass(delay);
    await pass(3 * HOUR_MS);
    expect([times, waiting()]).toEqual([1, 0]);
  });

  test.each([
    ['eight hours of sleep', 8 * HOUR_MS],
    ['a clock set forward two hours', 2 * HOUR_MS],
    ['a clock set forward a year', YEAR],
  ])('that became due in %s fires once within half a minute', async (_, by) => {
    const { clock, set, pass } = machine();
    let times = 0;
    clock.after(HOUR_MS, () => {
      times += 1;
    });
    await pass(60_000);
    set(by);
    await pass(30_000);
    expect(times).toBe(1);
    await pass(2 * HOUR_MS);
    expect(times).toBe(1);
  });

  test('can be cancelled at any time, also after a check in between', async () => {
    const { clock, pass, waiting } = machine();
    let times = 0;
    const cancel = clock.after(HOUR_MS, () => {
      times += 1;
    });
    await pass(10 * MINUTE_MS);
    cancel();
    await pass(2 * HOUR_MS);
    expect([times, waiting()]).toEqual([0, 0]);
  });

  test('of this machine fires', async () => {
    const before = systemClock.now();
    await new Promise<void>((resolve) => {
      // The timer alone would not keep the process alive.
      const keep = setInterval(() => {}, 1_000);
      systemClock.after(5, () => {
        clearInterval(keep);
        resolve();
      });
    });
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
  });

  test('of this machine counts in whole milliseconds, as the store keeps times', () => {
    const elapsed = Array.from({ length: 20 }, () => systemClock.elapsedMs());
    expect(elapsed.every(Number.isInteger)).toBe(true);
  });
});
