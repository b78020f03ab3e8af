import { describe, expect, test } from 'vitest';
import type { CapturedMessage } from '#engine/capture/toFacts.ts';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { SECOND_MS } from '#shared/time.ts';
import { someMessage } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { opened } from './support.ts';

/** A conversation with replies that X has not confirmed, and what it shows of the account after capturing own messages. */
async function withReplies(...replies: readonly Partial<Parameters<typeof putOutboxRow>[1]>[]) {
  const engine = await opened();
  const { ctx, clock, id } = engine;
  for (const [n, reply] of replies.entries()) {
    clock.jump(SECOND_MS);
    const facts = { id: `o${n}`, conversationId: id, at: clock.now(), text: 'On its way.' } as const;
    putOutboxRow(ctx.db, { state: 'sending', ...facts, ...reply });
  }
  const shown = async (...own: readonly Partial<CapturedMessage>[]) => {
    const messages = own.map((facts) =>
      someMessage({ role: 'own', reason: null, at: clock.now(), text: '@person1 On its way.', ...facts }),
    );
    if (messages.length > 0) await engine.capture(messages);
    const page = handlers['conversations.get'](ctx, { id, limit: 20 });
    const all = page.ok ? page.value.messages : [];
    return all
      .filter(({ direction }) => direction === 'out')
      .map(({ text, outboxId, status }) => [text, outboxId, status?.kind]);
  };
  return { ...engine, shown };
}

describe('a reply that capture finds before X confirms it', () => {
  test.each(['sending', 'unknown'] as const)('stands once while it is %s', async (state) => {
    const { shown } = await withReplies({ state });
    expect(await shown()).toEqual([['On its way.', 'o0', state]]);
    expect(await shown({})).toEqual([['On its way.', 'o0', 'sent']]);
  });

  test('stands once in private, too', async () => {
    const { shown } = await withReplies({ channel: 'dm' });
    expect(await shown({ kind: 'dm', text: 'On its way.' })).toEqual([['On its way.', 'o0', 'sent']]);
  });

  test('stays apart from another message', async () => {
    const { shown } = await withReplies({});
    const other = { text: '@person1 Something else.' };
    expect((await shown(other)).map(([, id]) => id)).toEqual([undefined, 'o0']);
    const elsewhere = { inReplyTo: '99' };
    expect(await shown(elsewhere)).toHaveLength(3);
  });

  test('takes one message on X and no more: a colleague may have written the same', async () => {
    const { shown } = await withReplies({});
    expect((await shown({}, {})).map(([, id]) => id)).toEqual(['o0', undefined]);
  });

  test('of two that are alike, each stands once', async () => {
    const { shown } = await withReplies({}, {});
    expect((await shown({})).map(([, id, kind]) => `${id} ${kind}`).toSorted()).toEqual([
      'o0 sent',
      'o1 sending',
    ]);
    expect((await shown({})).map(([, id, kind]) => `${id} ${kind}`).toSorted()).toEqual([
      'o0 sent',
      'o1 sent',
    ]);
  });

  test('that waits in the queue does not take what was on X before it', async () => {
    const { shown } = await withReplies({ state: 'queued' });
    expect(await shown({})).toHaveLength(2);
  });
});
