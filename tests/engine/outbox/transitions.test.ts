import { describe, expect, test } from 'vitest';
import { backoffMs, nextTryAt } from '#engine/outbox/backoff.ts';
import {
  afterAttempt,
  afterFailedReconciliation,
  afterReconciliation,
  beginAttempt,
  confirm,
  dismiss,
  leaveToAgent,
  postpone,
  release,
  retry,
  sendNow,
  settleNotSent,
  stop,
} from '#engine/outbox/transitions.ts';
import type { OutboxRow } from '#engine/store/outboxRow.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok } from '#shared/result.ts';
import { now, someRowWith } from '../../support/someOutboxRow.ts';

const queued = { kind: 'queued', confirmedMissing: false } as const;
const sending = { kind: 'sending', confirmedMissing: false } as const;
const unknown = (reconcileAttempts = 0) => someRowWith({ kind: 'unknown', reconcileAttempts });

describe('afterAttempt', () => {
  const duplicate: AppError = { code: 'duplicatePost' };
  const late: AppError = { code: 'timedOut' };
  const limited: AppError = { code: 'rateLimited', resetAt: now + 60_000 };

  test.each<[string, Partial<OutboxRow>, Parameters<typeof afterAttempt>[1], object]>([
    ['a success', {}, ok({ id: '9' }), { status: { kind: 'sent' }, xId: '9', error: null }],
    [
      'no network',
      {},
      err({ outcome: 'notSent', error: { code: 'offline' } }),
      { status: queued, nextAttemptAt: now + 2_000 },
    ],
    [
      'a limit',
      {},
      err({ outcome: 'notSent', error: limited }),
      { status: queued, nextAttemptAt: now + 61_000 },
    ],
    [
      'no response',
      {},
      err({ outcome: 'unknown', error: late }),
      { status: { kind: 'unknown', reconcileAttempts: 0 }, nextAttemptAt: now + 5_000, wasUnknown: true },
    ],
    [
      'the same text',
      {},
      err({ outcome: 'refused', error: duplicate }),
      { status: { kind: 'refused', confirmedMissing: false }, error: duplicate },
    ],
    [
      'the same text after an attempt that may have arrived',
      { wasUnknown: true },
      err({ outcome: 'refused', error: duplicate }),
      { status: { kind: 'unknown' } },
    ],
  ])('follows from %s', (_, changed, response, transition) => {
    expect(afterAttempt(someRowWith(sending, changed), response, now)).toMatchObject(transition);
  });
});

describe('reconciling', () => {
  test('is repeated after 20 and 60 seconds and then left to the agent', () => {
    expect(afterReconciliation(unknown(), now + 5_000)).toMatchObject({
      status: { reconcileAttempts: 1 },
      nextAttemptAt: now + 20_000,
    });
    expect(afterReconciliation(unknown(1), now + 20_000)).toMatchObject({
      status: { reconcileAttempts: 2 },
      nextAttemptAt: now + 60_000,
    });
    expect(afterReconciliation(unknown(2), now + 60_000)).toEqual({
      status: { kind: 'unknown', reconcileAttempts: 3 },
      nextAttemptAt: null,
    });
  });

  test('does not count a failed fetch, and waits for the limit', () => {
    expect(afterFailedReconciliation(unknown(1), { code: 'rateLimited', resetAt: now + 9_000 }, now)).toEqual(
      {
        status: { kind: 'unknown', reconcileAttempts: 1 },
        nextAttemptAt: now + 10_000,
      },
    );
    expect(afterFailedReconciliation(unknown(), { code: 'offline' }, now)).toMatchObject({
      status: { reconcileAttempts: 0 },
    });
  });

  test('is left to the agent where X does not allow it', () => {
    const refused = { code: 'refusedByX', status: 403, detail: 'No' } as const;
    expect(afterFailedReconciliation(unknown(), refused, now)).toEqual(leaveToAgent());
    expect(leaveToAgent()).toMatchObject(afterReconciliation(unknown(2), now));
  });
});

describe('what an agent found missing on X', () => {
  const missing = { confirmedMissing: true } as const;
  const seen = { seenThrough: 7, seenUntil: 900 };

  test('is remembered until the next attempt has an outcome', () => {
    const settled = settleNotSent();
    expect(settled).toMatchObject({ status: { kind: 'refused', ...missing }, error: { code: 'notSent' } });
    const refused = someRowWith({ kind: 'refused', ...missing } as const);
    const waiting = someRowWith({ kind: 'queued', ...missing } as const);
    const stopped = someRowWith({ kind: 'stopped', reason: 'newMessage', ...missing } as const);
    const onWire = someRowWith({ kind: 'sending', ...missing } as const);
    const offline = { code: 'offline' } as const;
    const transitions = [
      retry(refused, seen, now),
      dismiss(refused),
      beginAttempt(waiting, now),
      postpone(waiting, offline, now),
      stop(waiting, 'newMessage'),
      confirm(stopped, seen, now),
      afterAttempt(onWire, err({ outcome: 'notSent', error: offline }), now),
      afterAttempt(onWire, err({ outcome: 'refused', error: { code: 'replyNotAllowed', detail: '' } }), now),
    ];
    for (const { status } of transitions) expect(status).toMatchObject(missing);
  });

  test('is forgotten once an attempt may have arrived', () => {
    const onWire = someRowWith({ kind: 'sending', ...missing } as const);
    const lost = afterAttempt(onWire, err({ outcome: 'unknown', error: { code: 'timedOut' } }), now);
    expect(lost.status).toEqual({ kind: 'unknown', reconcileAttempts: 0 });
    expect(retry(unknown(3), seen, now).status).toEqual(queued);
  });
});

describe('an agent', () => {
  test('ends the undo time at once', () => {
    expect(sendNow(now)).toEqual({ ...release(now), readyAt: now });
  });

  test('decides by what is seen at that moment', () => {
    const stopped = someRowWith({ kind: 'stopped', reason: 'longWait', confirmedMissing: false } as const);
    expect(confirm(stopped, { seenThrough: 7, seenUntil: 900 }, now)).toEqual({
      status: queued,
      readyAt: now,
      nextAttemptAt: now,
      seenThrough: 7,
      seenUntil: 900,
      error: null,
    });
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
