import { expect, test } from 'vitest';
import { afterPoll, dueAt, hasten, isBlocked, isDue } from '#engine/capture/schedule.ts';
import type { Source } from '#engine/store/sources.ts';
import type { AppError } from '#shared/errors.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const fresh: Source = {
  id: 'dms',
  kind: 'dms',
  sinceId: '5',
  capturedFrom: null,
  capturedThrough: null,
  lastPollAt: null,
  nextPollAt: null,
  blockedUntil: null,
  failures: 0,
  error: null,
};
const after = (error: AppError | null, source: Partial<Source> = {}) =>
  afterPoll({ ...fresh, ...source }, { added: 0, changed: [], sinceId: '6', error }, NOW, MINUTE);

test('a good answer moves the source on and forgets earlier failures', () => {
  expect(after(null, { failures: 4, blockedUntil: 1, error: { code: 'offline' } })).toEqual({
    ...fresh,
    sinceId: '6',
    lastPollAt: NOW,
    nextPollAt: NOW + MINUTE,
  });
});

test.each([
  [0, 2],
  [1, 4],
  [2, 8],
  [3, 15],
  [60, 15],
])('after %i failures and one more it waits %i minutes', (failures, minutes) => {
  const source = after({ code: 'offline' }, { failures });
  expect(source.nextPollAt).toBe(NOW + minutes * MINUTE);
  expect(isDue(source, NOW + minutes * MINUTE - 1)).toBe(false);
  expect(isDue(source, NOW + minutes * MINUTE)).toBe(true);
  expect(isBlocked(source, NOW)).toBe(false);
});

test.each([
  ['as X says', NOW + 40 * MINUTE, NOW + 40 * MINUTE],
  ['a day at most, whatever X says', NOW + 1e12, NOW + 24 * 60 * MINUTE],
])('a limit blocks the source %s', (_, resetAt, until) => {
  const source = after({ code: 'rateLimited', resetAt });
  expect([isBlocked(source, until - 1), isDue(source, until - 1)]).toEqual([true, false]);
  expect([isBlocked(source, until), isDue(source, until)]).toEqual([false, true]);
});

test('a limit without a time only waits as after any failure', () => {
  const source = after({ code: 'rateLimited', resetAt: null });
  expect(source).toMatchObject({ blockedUntil: null, nextPollAt: NOW + 2 * MINUTE });
});

test('without an interval nothing is planned', () => {
  expect(
    afterPoll(fresh, { added: 0, changed: [], sinceId: '6', error: null }, NOW, 0).nextPollAt,
  ).toBeNull();
});

test('sources that are due within seconds of each other are asked together', () => {
  const source = after(null);
  expect(isDue(source, NOW + MINUTE - 5_001)).toBe(false);
  expect(isDue(source, NOW + MINUTE - 5_000)).toBe(true);
});

test('spent money is no failure: the source is asked in its usual rhythm, which costs nothing', () => {
  const source = after({ code: 'budgetSpent', monthlyCapUsd: 5 }, { failures: 3 });
  expect(source).toMatchObject({ failures: 0, nextPollAt: NOW + MINUTE, error: { code: 'budgetSpent' } });
});

test('somebody who waits brings a source forward, and nobody puts it off', () => {
  const planned = after(null);
  expect(hasten(planned, MINUTE / 2).nextPollAt).toBe(NOW + MINUTE / 2);
  expect(hasten(planned, 2 * MINUTE).nextPollAt).toBe(NOW + MINUTE);
});

test('nobody brings a source forward that failed, that X has closed, or that is asked on demand only', () => {
  const limited = after({ code: 'rateLimited', resetAt: NOW + 15 * MINUTE });
  for (const source of [after({ code: 'offline' }), limited, { ...fresh, lastPollAt: NOW }]) {
    expect(hasten(source, 1)).toEqual(source);
  }
});

test('a source that was never asked is due at once', () => {
  expect([dueAt(fresh, NOW), isDue(fresh, NOW)]).toEqual([NOW, true]);
});

test.each([2 * 60 * MINUTE, 365 * 24 * 60 * MINUTE])('a clock set back by %i ms silences nothing', (back) => {
  const limited = after({ code: 'rateLimited', resetAt: NOW + 15 * MINUTE });
  for (const source of [after(null), limited, after({ code: 'offline' }, { failures: 9 })]) {
    expect([isDue(source, NOW - back), isBlocked(source, NOW - back)]).toEqual([true, false]);
    expect(dueAt(source, NOW - back)).toBe(NOW - back);
  }
});

test.each([2, 8, 365 * 24])('after %i hours of sleep a source is due once', (hours) => {
  const wokeAt = NOW + hours * 60 * MINUTE;
  expect(isDue(after(null), wokeAt)).toBe(true);
  const asked = afterPoll(after(null), { added: 0, changed: [], sinceId: '7', error: null }, wokeAt, MINUTE);
  expect([isDue(asked, wokeAt), dueAt(asked, wokeAt)]).toEqual([false, wokeAt + MINUTE]);
});
