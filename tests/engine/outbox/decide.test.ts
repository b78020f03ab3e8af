import { describe, expect, test } from 'vitest';
import { backoffMs, nextTryAt } from '#engine/outbox/backoff.ts';
import { decideAfterAttempt, decideAfterFailedLook, decideAfterLook } from '#engine/outbox/decide.ts';
import type { OutboxRow } from '#engine/store/outboxRow.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { now, someOutboxRow as row } from '../../support/someOutboxRow.ts';

describe('decideAfterAttempt', () => {
  const duplicate: AppError = { code: 'duplicatePost' };
  const late: AppError = { code: 'timedOut' };
  const limited: AppError = { code: 'rateLimited', resetAt: now + 60_000 };

  test.each<[string, Partial<OutboxRow>, Parameters<typeof decideAfterAttempt>[1], object]>([
    ['a success', {}, ok({ id: '9' }), { state: 'sent', xId: '9', error: null }],
    [
      'no network',
      {},
      err({ outcome: 'notSent', error: { code: 'offline' } }),
      { state: 'queued', nextAttemptAt: now + 2_000 },
    ],
    [
      'a limit',
      {},
      err({ outcome: 'notSent', error: limited }),
      { state: 'queued', nextAttemptAt: now + 61_000 },
    ],
    [
      'no answer',
      {},
      err({ outcome: 'unknown', error: late }),
      { state: 'unknown', nextAttemptAt: now + 5_000, wasUnknown: true, looks: 0 },
    ],
    [
      'the same text',
      {},
      err({ outcome: 'refused', error: duplicate }),
      { state: 'refused', error: duplicate },
    ],
    [
      'the same text after an attempt that may have arrived',
      { wasUnknown: true },
      err({ outcome: 'refused', error: duplicate }),
      { state: 'unknown' },
    ],
  ])('knows what follows from %s', (_, changed, answer, change) => {
    expect(decideAfterAttempt(row(changed), answer, now)).toMatchObject(change);
  });
});

describe('looking', () => {
  test('goes on after 20 and 60 seconds and then leaves it to the agent', () => {
    expect(decideAfterLook(row(), now + 5_000)).toMatchObject({ looks: 1, nextAttemptAt: now + 20_000 });
    expect(decideAfterLook(row({ looks: 1 }), now + 20_000)).toMatchObject({
      looks: 2,
      nextAttemptAt: now + 60_000,
    });
    expect(decideAfterLook(row({ looks: 2 }), now + 60_000)).toEqual({
      state: 'unknown',
      looks: 3,
      nextAttemptAt: null,
      error: { code: 'outcomeUnknown', looks: 3 },
    });
  });

  test('does not count a look that could not be done, and waits for the limit', () => {
    expect(decideAfterFailedLook({ code: 'rateLimited', resetAt: now + 9_000 }, now)).toEqual({
      state: 'unknown',
      nextAttemptAt: now + 10_000,
    });
    expect(decideAfterFailedLook({ code: 'offline' }, now)).not.toHaveProperty('looks');
  });

  test('is left to the agent where X does not allow it', () => {
    const refused = { code: 'refusedByX', status: 403, detail: 'No' } as const;
    expect(decideAfterFailedLook(refused, now)).toEqual(decideAfterLook(row({ looks: 2 }), now));
  });
});

describe('backoff', () => {
  test.each<[AppError, number, number]>([
    [{ code: 'offline' }, 1, 2_000],
    [{ code: 'offline' }, 3, 8_000],
    [{ code: 'offline' }, 1_000, 30_000],
    [{ code: 'rateLimited', resetAt: null }, 1, 60_000],
    [{ code: 'rateLimited', resetAt: null }, 99, 900_000],
    [{ code: 'timedOut' }, 99, 300_000],
    [{ code: 'unauthorised' }, 5, 60_000],
    [{ code: 'outOfCredits' }, 1, 900_000],
  ])('after %j, attempt %i, is %i ms', (error, attempts, ms) => {
    expect(backoffMs(error, attempts)).toBe(ms);
    expect(nextTryAt(error, attempts, now)).toBe(now + ms);
  });
});
