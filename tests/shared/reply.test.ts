import { describe, expect, test } from 'vitest';
import { toUnsentMessage } from '#shared/domain/message.ts';
import { OutboxEntry, ReplyStatus, toDeprecatedStatus } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';

const offline: AppError = { code: 'offline' };
const duplicate: AppError = { code: 'duplicatePost' };
const lookAgain: AppError = { code: 'lookAgain', reason: 'longWait' };
const confirmedMissing = false;

/** Each status with its error, and what scripts from before `status` read. */
const statuses: readonly [ReplyStatus, AppError | null, string, number | null, AppError | null][] = [
  [{ kind: 'held', until: 9 }, null, 'held', 9, null],
  [{ kind: 'stopped', reason: 'longWait', confirmedMissing }, null, 'held', null, lookAgain],
  [{ kind: 'queued', confirmedMissing }, null, 'queued', null, null],
  [{ kind: 'queued', confirmedMissing }, offline, 'queued', null, offline],
  [{ kind: 'sending', confirmedMissing }, null, 'sending', null, null],
  [{ kind: 'sent' }, null, 'sent', null, null],
  [{ kind: 'refused', confirmedMissing }, duplicate, 'refused', null, duplicate],
  [{ kind: 'unknown', reconcileAttempts: 2 }, null, 'unknown', null, { code: 'outcomeUnknown', looks: 2 }],
];

test.each(statuses)('%j with error %j is %s to older scripts', (status, cause, state, heldUntil, error) => {
  expect(toDeprecatedStatus(status, cause)).toEqual({ state, heldUntil, error });
});

test('every kind of status has an example here', () => {
  const kinds = ReplyStatus.options.map(({ shape }) => shape.kind.value);
  expect([...new Set(statuses.map(([{ kind }]) => kind))].toSorted()).toEqual(kinds.toSorted());
});

describe('toUnsentMessage', () => {
  const reply = {
    id: 'o1',
    xId: null,
    author: { id: '900', handle: 'harbour', name: 'Harbour' },
    text: 'On it',
    createdAt: 5,
    conversationId: 'c1',
    inReplyTo: '7',
    outboxId: 'o1',
    agent: 'Mia',
  };

  test('shows the status beside the fields that it replaces', () => {
    const status = { kind: 'held', until: 9 } as const;
    expect(toUnsentMessage({ ...reply, channel: 'public', status, error: null })).toMatchObject({
      kind: 'post',
      direction: 'out',
      status,
      state: 'held',
      heldUntil: 9,
    });
  });

  test('leaves out what does not apply', () => {
    const message = toUnsentMessage({ ...reply, channel: 'dm', status: { kind: 'sent' }, error: null });
    expect(message).toMatchObject({ kind: 'dm', state: 'sent' });
    expect(Object.keys(message)).not.toContain('heldUntil');
    expect(Object.keys(message)).not.toContain('error');
  });
});

test('the contract marks the fields that `status` replaces as deprecated', () => {
  const { state, heldUntil, status } = OutboxEntry.shape;
  expect([state, heldUntil].map((field) => field.meta()?.deprecated)).toEqual([true, true]);
  expect(status.meta()?.deprecated).toBeUndefined();
});
