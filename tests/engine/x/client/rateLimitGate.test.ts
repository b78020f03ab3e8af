import { describe, expect, test } from 'vitest';
import { createLimitMemory } from '#engine/store/rateLimits.ts';
import type { CallPurpose } from '#engine/x/calls.ts';
import { createRateLimitGate } from '#engine/x/client/rateLimitGate.ts';
import type { LimitMemory } from '#engine/x/rateLimits.ts';
import { err, ok } from '#shared/result.ts';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { fakeClock } from '../../../support/fakeClock.ts';
import { openTestDb } from '../../../support/openTestDb.ts';

const polling: CallPurpose = { source: 'ownPosts' };
const answering: CallPurpose = { source: 'answers' };

function open(memory?: LimitMemory, clock = fakeClock()) {
  const gate = createRateLimitGate(clock, memory);
  const headers = (remaining: number, resetInMs: number, limit = 15, prefix = 'x-rate-limit') => ({
    [`${prefix}-limit`]: String(limit),
    [`${prefix}-remaining`]: String(remaining),
    [`${prefix}-reset`]: String(Math.ceil((clock.now() + resetInMs) / 1_000)),
  });
  const good = (headers: object) =>
    gate.record('listDms', polling, ok({ body: {}, headers: { ...headers } }));
  const refused = (headers: object, body: unknown = {}, purpose = polling) =>
    gate.record('listDms', purpose, err({ kind: 'responded', status: 429, body, headers: { ...headers } }));
  const admit = (purpose = polling) => gate.admit('listDms', purpose);
  return { clock, gate, headers, good, refused, admit };
}

describe('the rate limit gate', () => {
  test('closes before the call that X would refuse', () => {
    const { good, admit, headers, clock } = open();
    expect(admit()).toBeNull();
    good(headers(2, 10 * MINUTE_MS));
    expect([admit(), admit()]).toEqual([null, null]);
    expect(admit()).toEqual({ code: 'rateLimited', resetAt: clock.now() + 10 * MINUTE_MS });
    clock.jump(10 * MINUTE_MS);
    expect(admit()).toBeNull();
  });

  test('counts calls under way, and trusts the lowest number within one window', () => {
    const { good, admit, headers } = open();
    admit();
    good(headers(5, MINUTE_MS));
    admit();
    admit();
    good(headers(3, MINUTE_MS));
    good(headers(4, MINUTE_MS));
    expect([admit(), admit(), admit()]).toEqual([null, null, null]);
    expect(admit()).toMatchObject({ code: 'rateLimited' });
  });

  test('counts a call without a response', () => {
    const { gate, good, admit, headers } = open();
    good(headers(1, MINUTE_MS));
    expect(admit()).toBeNull();
    gate.record('listDms', polling, err({ kind: 'timedOut' }));
    expect(admit()).toMatchObject({ code: 'rateLimited' });
  });

  test('never closes if X reports no limits', () => {
    const { good, admit, headers, clock } = open();
    for (let n = 0; n < 1_000; n += 1) {
      expect(admit()).toBeNull();
      good(headers(15, 15 * MINUTE_MS));
      clock.jump(500);
    }
  });

  test('waits for the latest reset of several used-up limits', () => {
    const { good, admit, headers, clock } = open();
    good({ ...headers(9, MINUTE_MS), ...headers(0, 300 * MINUTE_MS, 1_440, 'x-user-limit-24hour') });
    expect(admit(answering)).toEqual({ code: 'rateLimited', resetAt: clock.now() + 300 * MINUTE_MS });
  });

  test('reserves the last calls of a kind for replies', () => {
    const { good, admit, headers } = open();
    good(headers(10, MINUTE_MS, 200));
    expect(admit(polling)).toMatchObject({ code: 'rateLimited' });
    expect(admit(answering)).toBeNull();
  });

  test.each([
    ['the time that X names', (h: ReturnType<typeof open>['headers']) => h(0, 7 * MINUTE_MS), 7],
    ['a whole window without headers', () => ({}), 15],
    [
      'a whole window with a reset long ago',
      (h: ReturnType<typeof open>['headers']) => h(9, -60 * MINUTE_MS),
      15,
    ],
    ['a whole window with a reset next year', (h: ReturnType<typeof open>['headers']) => h(0, 9e9), 15],
    [
      'a whole window with nonsense',
      () => ({ 'x-rate-limit-remaining': 'many', 'x-rate-limit-reset': 'x' }),
      15,
    ],
  ])('makes reading wait for %s after a refusal', (_, toHeaders, minutes) => {
    const { refused, admit, headers, clock } = open();
    const resetAt = clock.now() + minutes * MINUTE_MS;
    expect(refused(toHeaders(headers))).toEqual({ code: 'rateLimited', resetAt });
    clock.jump(minutes * MINUTE_MS - 1);
    expect(admit()).toEqual({ code: 'rateLimited', resetAt });
    clock.jump(1);
    expect(admit()).toBeNull();
  });

  test('waits for the window that X reported earlier if the refusal names none', () => {
    const { good, refused, headers, clock } = open();
    good(headers(9, 4 * MINUTE_MS));
    expect(refused({})).toEqual({ code: 'rateLimited', resetAt: clock.now() + 4 * MINUTE_MS });
  });

  test('lets a reply retry sooner, and less often with each refusal', () => {
    const { refused, clock, good } = open();
    const waits = () => {
      const error = refused({}, {}, answering);
      const resetAt = error?.code === 'rateLimited' ? (error.resetAt ?? 0) : 0;
      const minutes = (resetAt - clock.now()) / MINUTE_MS;
      clock.jump(minutes * MINUTE_MS);
      return minutes;
    };
    expect([1, 2, 3, 4, 5, 6].map(waits)).toEqual([1, 2, 4, 8, 15, 15]);
    good({});
    expect(waits()).toBe(1);
  });

  test('checks rarely whether a used-up plan is back, though X shows calls left', () => {
    const { refused, admit, headers, clock } = open();
    const body = { title: 'UsageCapExceeded', type: 'https://api.x.com/2/problems/usage-capped' };
    expect(refused(headers(39_999, MINUTE_MS, 40_000), body)).toEqual({ code: 'outOfCredits' });
    clock.jump(59 * MINUTE_MS);
    expect(admit()).toEqual({ code: 'outOfCredits' });
    clock.jump(MINUTE_MS);
    expect(admit()).toBeNull();
  });

  test('closes one kind of call without another', () => {
    const { refused, gate } = open();
    refused({});
    expect(gate.admit('listDmsWith', polling)).toBeNull();
    expect(gate.admit('sendDm', answering)).toBeNull();
  });

  test('stays closed over a restart', () => {
    const db = openTestDb();
    const memory = createLimitMemory(db, () => {});
    const first = open(memory);
    first.good(first.headers(1, 10 * MINUTE_MS));
    expect(first.admit()).toBeNull();
    const second = open(memory, first.clock);
    expect(second.admit()).toMatchObject({ code: 'rateLimited' });
    expect(second.gate.getAllowance('listDms')).toMatchObject({ remaining: 0 });
    first.clock.jump(10 * MINUTE_MS);
    expect(second.admit()).toBeNull();
  });

  test('opens if the clock is set back by a year', () => {
    const { refused, admit, clock } = open();
    refused({});
    clock.jump(-365 * DAY_MS);
    expect(admit()).toBeNull();
  });
});
