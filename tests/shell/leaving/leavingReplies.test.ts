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
  change: { onSend?: () => void; onSleep?: (sleptMs: number) => void; stopped?: Promise<void> } = {},
) {
  const shown: string[] = [];
  const asked: Question[] = [];
  let sleptMs = 0;
  const call = <M extends EngineMethod>(method: M, _: EngineInput<M>) => {
    if (method === 'outbox.sendNow') change.onSend?.();
    const items = entries.filter(({ status }) => status.kind !== 'sent');
    return Promise.resolve(ok(method === 'outbox.listUnsent' ? { items } : {})) as Response<M>;
  };
  const left = mayLeaveReplies({
    occasion: 'quit',
    call,
    showProgress: (count) => {
      shown.push(`sending ${count}`);
      return { stopped: change.stopped ?? new Promise(() => {}), end: () => void shown.push('end') };
    },
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
  return { left, asked, shown };
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
  expect(asked).toEqual([{ occasion: 'quit', count: 2, isLeft: false, canSend: true }]);
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
  expect(asked[1]).toEqual({ occasion: 'quit', count: 1, isLeft: true, canSend: true });
});

test('send: says at once that X refused one, which then cannot be sent by itself', async () => {
  const entries = [entry('held')];
  const { left, asked } = leave(entries, ['send', 'stay'], {
    onSend: () => entries.splice(0, 1, entry('refused')),
  });
  expect(await left).toBe(false);
  expect(asked[1]).toEqual({ occasion: 'quit', count: 1, isLeft: true, canSend: false });
});

test('an engine that does not respond keeps nobody from quitting', async () => {
  const never = () => new Promise<never>(() => {});
  const left = mayLeaveReplies({
    occasion: 'quit',
    call: never,
    ask: never,
    showProgress: () => expect.unreachable(),
    sleep: () => Promise.resolve(),
  });
  expect(await left).toBe(true);
});

test('send: shows that it sends until it is over', async () => {
  const entries = [entry('held')];
  const { left, shown } = leave(entries, ['send'], { onSend: () => entries.splice(0, 1, entry('sent')) });
  await left;
  expect(shown).toEqual(['sending 1', 'end']);
});

test('send: asks again at once where somebody stops waiting', async () => {
  const sleeps: number[] = [];
  const { left, asked, shown } = leave([entry('queued')], ['send', 'stay'], {
    onSleep: (sleptMs) => void sleeps.push(sleptMs),
    stopped: Promise.resolve(),
  });
  expect(await left).toBe(false);
  expect(sleeps.length).toBeLessThan(3);
  expect(asked[1]).toMatchObject({ count: 1, isLeft: true, canSend: true });
  expect(shown).toEqual(['sending 1', 'end']);
});
