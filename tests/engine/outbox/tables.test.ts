import { describe, expect, test } from 'vitest';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { backoffMs, nextTryAt } from '../../../src-main/engine/outbox/backoff.ts';
import {
  decideAfterAttempt,
  decideAfterFailedLook,
  decideAfterLook,
} from '../../../src-main/engine/outbox/decide.ts';
import { type Candidate, matchSent } from '../../../src-main/engine/outbox/matchSent.ts';
import { planOutbox } from '../../../src-main/engine/outbox/plan.ts';
import { normaliseText } from '../../../src-main/engine/outbox/sameText.ts';
import type { OutboxRow } from '../../../src-main/engine/store/outboxRow.ts';

const now = 1_000_000_000_000;

const row = (changed: Partial<OutboxRow> = {}): OutboxRow => ({
  id: 'o1',
  conversationId: 'c1',
  personId: '1',
  channel: 'public',
  text: 'On it',
  inReplyTo: '5',
  agent: 'Mia',
  state: 'queued',
  createdAt: now,
  heldUntil: null,
  nextAttemptAt: now,
  attempts: 1,
  attemptedAt: now,
  looks: 0,
  wasUnknown: false,
  xId: null,
  error: null,
  dismissed: false,
  seenThrough: null,
  ...changed,
});

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

describe('planOutbox', () => {
  const ids = (rows: readonly OutboxRow[]) => rows.map((one) => one.id);
  const plan = (rows: readonly OutboxRow[], busy: string[] = []) => {
    const { release, attempt, look, wakeAt } = planOutbox(rows, new Set(busy), now);
    return { release: ids(release), attempt: ids(attempt), look: ids(look), wakeAt };
  };
  const nothing = { release: [], attempt: [], look: [], wakeAt: null };

  test.each<[string, OutboxRow[], object]>([
    ['nothing', [], {}],
    ['a held answer', [row({ state: 'held', heldUntil: now + 1 })], { wakeAt: now + 1 }],
    ['a held answer whose time has come', [row({ state: 'held', heldUntil: now })], { release: ['o1'] }],
    ['a queued answer', [row()], { attempt: ['o1'] }],
    ['a queued answer that waits', [row({ nextAttemptAt: now + 5 })], { wakeAt: now + 5 }],
    ['an answer on the wire', [row({ state: 'sending' })], {}],
    ['one behind another', [row(), row({ id: 'o2' })], { attempt: ['o1'] }],
    [
      'one behind a held one',
      [row({ state: 'held', heldUntil: now + 1 }), row({ id: 'o2' })],
      { wakeAt: now + 1 },
    ],
    ['two conversations', [row(), row({ id: 'o2', conversationId: 'c2' })], { attempt: ['o1', 'o2'] }],
    ['one behind an unknown one', [row({ state: 'unknown' }), row({ id: 'o2' })], { look: ['o1'] }],
    [
      'one behind an unknown one that was looked for',
      [row({ state: 'unknown', looks: 1, nextAttemptAt: now + 9 }), row({ id: 'o2' })],
      { attempt: ['o2'], wakeAt: now + 9 },
    ],
  ])('with %s', (_, rows, expected) => {
    expect(plan(rows)).toEqual({ ...nothing, ...expected });
  });

  test('leaves what is under way alone', () => {
    expect(plan([row({ state: 'unknown' }), row({ id: 'o2', conversationId: 'c2' })], ['o1', 'o2'])).toEqual(
      nothing,
    );
  });
});

describe('matchSent', () => {
  const candidate = (changed: Partial<Candidate> = {}): Candidate => ({
    xId: '9',
    text: '@anna On it',
    at: now + 100,
    inReplyTo: '5',
    ...changed,
  });
  const sought = { text: 'On it', inReplyTo: '5', since: now };
  const find = (candidates: Candidate[], taken: string[] = []) =>
    matchSent(sought, candidates, ({ xId }) => taken.includes(xId))?.xId ?? null;

  test.each<[string, Candidate[], string | null]>([
    ['the answer', [candidate()], '9'],
    ['none', [], null],
    ['another text', [candidate({ text: 'On it!' })], null],
    ['an answer to another post', [candidate({ inReplyTo: '6' })], null],
    ['one from long before', [candidate({ at: now - 600_000 })], null],
    ['one by a clock that is a little slow', [candidate({ at: now - 60_000 })], '9'],
    ['the older of two', [candidate(), candidate({ xId: '8', at: now + 50 })], '8'],
  ])('finds %s', (_, candidates, found) => {
    expect(find(candidates)).toBe(found);
  });

  test('passes over what is taken', () => {
    expect(find([candidate(), candidate({ xId: '8', at: now + 50 })], ['8'])).toBe('9');
  });
});

describe('normaliseText', () => {
  test.each([
    ['@anna @bob On it', 'On it'],
    ['R&amp;D', 'R&D'],
    ['Cafe\u0301', 'Café'],
    ['see https://www.example.com/a/ now', 'see example.com/a now'],
    ['two  spaces\n\nand lines ', 'two spaces and lines'],
  ])('%j means the same as %j', (one, other) => {
    expect(normaliseText(one)).toBe(normaliseText(other));
  });

  test.each([
    ['On it', 'On it!'],
    ['ask @anna', 'ask'],
    ['1 < 2', '1 > 2'],
  ])('%j does not mean the same as %j', (one, other) => {
    expect(normaliseText(one)).not.toBe(normaliseText(other));
  });
});
