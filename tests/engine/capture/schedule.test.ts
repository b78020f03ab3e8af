import { expect, test } from 'vitest';
import { afterPoll, bringForward, dueAt, isBlocked, isDue } from '#engine/capture/schedule.ts';
import type { Source } from '#engine/store/sources.ts';
import type { AppError } from '#shared/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';

const NOW = 1_000 * MINUTE_MS;
const fresh: Source = {
  id: 'dms',
  kind: 'dms',
  sinceId: '6',
  capturedFrom: null,
  capturedThrough: null,
  lastPollAt: null,
  nextPollAt: null,
  blockedUntil: null,
  failures: 0,
  error: null,
};
const after = (error: AppError | null, source: Partial<Source> = {}) =>
  afterPoll({ ...fresh, ...source }, error, NOW, MINUTE_MS);

test('a successful poll clears earlier failures', () => {
  expect(after(null, { failures: 4, blockedUntil: 1, error: { code: 'offline' } })).toEqual({
    ...fresh,
    sinceId: '6',
    lastPollAt: NOW,
    nextPollAt: NOW + MINUTE_MS,
  });
});

test.each([
  [0, 2],
  [1, 4],
  [2, 8],
  [3, 15],
  [60, 15],
])('after %i failures and one more the next poll is %i minutes later', (failures, minutes) => {
  const source = after({ code: 'offline' }, { failures });
  expect(source.nextPollAt).toBe(NOW + minutes * MINUTE_MS);
  expect(isDue(source, NOW + minutes * MINUTE_MS - 1)).toBe(false);
  expect(isDue(source, NOW + minutes * MINUTE_MS)).toBe(true);
  expect(isBlocked(source, NOW)).toBe(false);
});

test.each([
  ['until the time that X gives', NOW + 40 * MINUTE_MS, NOW + 40 * MINUTE_MS],
  ['for a day at most, whatever X says', NOW + 1e12, NOW + DAY_MS],
])('a rate limit blocks the source %s', (_, resetAt, until) => {
  const source = after({ code: 'rateLimited', resetAt });
  expect([isBlocked(source, until - 1), isDue(source, until - 1)]).toEqual([true, false]);
  expect([isBlocked(source, until), isDue(source, until)]).toEqual([false, true]);
});

test('a rate limit without a reset time backs off like any failure', () => {
  const source = after({ code: 'rateLimited', resetAt: null });
  expect(source).toMatchObject({ blockedUntil: null, nextPollAt: NOW + 2 * MINUTE_MS });
});

test('without an interval nothing is planned', () => {
  expect(afterPoll(fresh, null, NOW, 0).nextPollAt).toBeNull();
});

test('sources that fall due within seconds of each other are polled together', () => {
  const source = after(null);
  expect(isDue(source, NOW + MINUTE_MS - 5_001)).toBe(false);
  expect(isDue(source, NOW + MINUTE_MS - 5_000)).toBe(true);
});

test('a spent budget is no failure: the source keeps its usual interval, since checking costs nothing', () => {
  const source = after({ code: 'budgetSpent', monthlyCapUsd: 5 }, { failures: 3 });
  expect(source).toMatchObject({
    failures: 0,
    nextPollAt: NOW + MINUTE_MS,
    error: { code: 'budgetSpent' },
  });
});

test('a shorter interval brings the next poll forward, and a longer one does not delay it', () => {
  const planned = after(null);
  expect(bringForward(planned, MINUTE_MS / 2).nextPollAt).toBe(NOW + MINUTE_MS / 2);
  expect(bringForward(planned, 2 * MINUTE_MS).nextPollAt).toBe(NOW + MINUTE_MS);
});

test('a source that failed, is rate limited or is polled on demand only is not brought forward', () => {
  const limited = after({ code: 'rateLimited', resetAt: NOW + 15 * MINUTE_MS });
  for (const source of [after({ code: 'offline' }), limited, { ...fresh, lastPollAt: NOW }]) {
    expect(bringForward(source, 1)).toEqual(source);
  }
});

test('a source that was never polled is due at once', () => {
  expect([dueAt(fresh, NOW), isDue(fresh, NOW)]).toEqual([NOW, true]);
});

test.each([2 * HOUR_MS, 365 * DAY_MS])('a clock set back by %i ms silences no source', (back) => {
  const limited = after({ code: 'rateLimited', resetAt: NOW + 15 * MINUTE_MS });
  for (const source of [after(null), limited, after({ code: 'offline' }, { failures: 9 })]) {
    expect([isDue(source, NOW - back), isBlocked(source, NOW - back)]).toEqual([true, false]);
    expect(dueAt(source, NOW - back)).toBe(NOW - back);
  }
});

test.each([2, 8, 365 * 24])('after %i hours of sleep a source is due once', (hours) => {
  const wokeAt = NOW + hours * HOUR_MS;
  expect(isDue(after(null), wokeAt)).toBe(true);
  const polled = afterPoll(after(null), null, wokeAt, MINUTE_MS);
  expect([isDue(polled, wokeAt), dueAt(polled, wokeAt)]).toEqual([false, wokeAt + MINUTE_MS]);
});
