import { describe, expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import type { Result } from '#shared/result.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { testEngine } from '../../support/testEngine.ts';

function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('context', () => {
  const third = someMessage({
    personId: '2',
    role: 'context',
    reason: null,
    text: 'a third party',
    at: MORNING - 9,
  });
  const parent = someMessage({
    role: 'context',
    reason: null,
    text: 'earlier',
    at: MORNING - 8,
    refersTo: [third.xId],
  });
  const ours = someMessage({
    role: 'own',
    personId: testAccount.id,
    text: 'our news',
    at: MORNING - 7,
    reason: null,
  });
  const mention = someMessage({ text: 'the mention', at: MORNING, refersTo: [parent.xId, ours.xId] });
  const everything = [third, parent, ours, mention];

  test('is part of the history of the mention that refers to it, and counts as no message', async () => {
    const { ctx, capture } = testEngine();
    await capture(everything);
    const id = `c${mention.xId}`;
    const { messages, conversation } = unwrap(handlers['conversations.get'](ctx, { id, limit: 10 }));
    expect(messages.map(({ text, context, direction }) => [text, context, direction])).toEqual([
      ['a third party', true, 'in'],
      ['earlier', true, 'in'],
      ['our news', true, 'out'],
      ['the mention', false, 'in'],
    ]);
    expect(new Set(messages.map((message) => message.conversationId))).toEqual(new Set([id]));
    expect(conversation).toMatchObject({ unread: 1, status: 'new', lastMessage: { text: 'the mention' } });
  });

  test('opens a conversation of its own author when it is captured as a mention', async () => {
    const { ctx, capture } = testEngine();
    await capture(everything);
    const mentioned = { ...third, role: 'wanted', reason: 'mention' } as const;
    expect((await capture([mentioned])).opened).toEqual([`c${third.xId}`]);
    const history = (id: string) => unwrap(handlers['conversations.get'](ctx, { id, limit: 10 })).messages;
    expect(history(`c${third.xId}`)).toMatchObject([{ text: 'a third party', context: false }]);
    expect(history(`c${mention.xId}`)[0]).toMatchObject({ text: 'a third party', context: true });
  });

  test('does not take a message out of its conversation', async () => {
    const { ctx, capture } = testEngine();
    await capture([{ ...third, role: 'wanted', reason: 'mention' }]);
    await capture(everything);
    const { messages } = unwrap(handlers['conversations.get'](ctx, { id: `c${third.xId}`, limit: 10 }));
    expect(messages).toMatchObject([
      { text: 'a third party', context: false, conversationId: `c${third.xId}` },
    ]);
  });
});
