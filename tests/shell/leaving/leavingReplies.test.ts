import { expect, test } from 'vitest';
import type { EngineInput, EngineMethod, EngineOutput } from '#shared/contract/engine.ts';
import { type OutboxEntry, type ReplyStatusKind, toDeprecatedStatus } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { type Choice, mayLeaveReplies, type Question } from '#shell/leaving/leavingReplies.ts';
import { someStatus } from '../../support/someStatus.ts';

type Response<M extends EngineMethod> = Promise<Result<EngineOutput<M>, AppError>>;

function entry(kind: ReplyStatusKind, id = 'o1'): OutboxEntry {
  const status = someStatus(kind);
  const { state, heldUntil } = toDeprecatedStatus(status, null);
  const written = {
    conversationId: 'c1',
    channel: 'public',
    text: 'Hi',
    inReplyTo: '1',
    agent: 'Sam',
  } as const;
  return { id, ...written, status, state, createdAt: 0, heldUntil };
}

/** Leaves an outbox with these replies, where `onSend` and `onSleep` change them; the choices are made in turn. */
function leave(
  entries: OutboxEntry[],
  choices: Choice[],
  change: { onSend?: () => void; onSleep?: (sleptMs: number) => void } = {},
) {
  const asked: Question[] = [];
  let sleptMs = 0;
  const call = <M extends EngineMethod>(method: M, _: EngineInput<M>) => {
    if (method === 'outbox.sendNow') change.onSend?.();
    return Promise.resolve(ok(method === 'outbox.list' ? { items: [...entries] } : {})) as Response<M>;
  };
  const left = mayLeaveReplies({
    call,
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(choices.shift() ?? 'stay');
    },
    sleep: async (ms) => {
      await Promise.resolve();
      sleptMs += ms;
      change.onSleep?.(sleptMs);
    },
  });
  return { left, asked };
}

test.each(['sent', 'refused', 'stopped', 'unknown'] as const)(
  'a %s reply raises no question',
  async (kind) => {
    const { left, asked } = leave([entry(kind)], []);
    expect(await left).toBe(true);
    expect(asked).toEqual([]);
  },
);

test.each([
  ['keep', true],
  ['stay', false],
] as const)('%s: may leave is %s, and nothing is sent', async (choice, mayLeave) => {
  const { left, asked } = leave([entry('held', 'a'), entry('queued', 'b')], [choice], {
    onSend: () => expect.unreachable(),
  });
  expect(await left).toBe(mayLeave);
  expect(asked).toEqual([{ count: 2, isLeft: false, canSend: true }]);
});

test('send: releases held replies and leaves once X has them', async () => {
  const entries = [entry('held')];
  const { left, asked } = leave(entries, ['send'], { onSend: () => entries.splice(0, 1, entry('sent')) });
  expect(await left).toBe(true);
  expect(asked).toHaveLength(1);
});

test('send: says what is left after 20 seconds', async () => {
  const { left, asked } = leave([entry('queued')], ['send', 'keep']);
  expect(await left).toBe(true);
  expect(asked[1]).toEqual({ count: 1, isLeft: true, canSend: true });
});

test('send: says at once that X refused one, which then cannot be sent by itself', async () => {
  const entries = [entry('held')];
  const { left, asked } = leave(entries, ['send', 'stay'], {
    onSend: () => entries.splice(0, 1, entry('refused')),
  });
  expect(await left).toBe(false);
  expect(asked[1]).toEqual({ count: 1, isLeft: true, canSend: false });
});

test('an engine that does not respond keeps nobody from quitting', async () => {
  const never = () => new Promise<never>(() => {});
  const left = mayLeaveReplies({ call: never, ask: never, sleep: () => Promise.resolve() });
  expect(await left).toBe(true);
});
