import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

describe('a reply with a variable', () => {
  test.each(['public', 'dm'] as const)(
    'is refused on the channel %s, and its draft stays',
    async (channel) => {
      const engine = await startTestEngine();
      const { id: conversationId } = await openConversation(engine);
      const text = 'Hi {firstName}, {order\u200bNumber} and {firstName}';
      await engine.call('drafts.save', { conversationId, channel, text });
      expect(await engine.fail('replies.send', { conversationId, channel, text })).toEqual({
        code: 'unfilledVariable',
        variables: ['firstName', 'orderNumber'],
      });
      expect(await engine.call('drafts.list', { conversationId })).toMatchObject({ items: [{ text }] });
      expect(await engine.call('outbox.list', {})).toMatchObject({ items: [] });
    },
  );

  test('goes out with braces that are meant, and comes back as it was written', async () => {
    const engine = await startTestEngine();
    const { id: conversationId } = await openConversation(engine);
    const text = 'Write {{firstName}} in {"a": 1}';
    const send = (undoMs: number) =>
      engine.call('replies.send', { conversationId, channel: 'public', text, undoMs });
    const { outboxId } = await send(10_000);
    expect(await engine.entry(outboxId)).toMatchObject({ text: 'Write {firstName} in {"a": 1}' });
    expect(await engine.call('outbox.cancel', { id: outboxId })).toMatchObject({ text });
    expect(await engine.call('drafts.list', { conversationId })).toMatchObject({ items: [{ text }] });
    const again = await send(0);
    await until('it is sent', async () => (await engine.entry(again.outboxId))?.state === 'sent');
    expect(engine.control.state().sentPosts.at(-1)?.text).toContain('Write {firstName} in {"a": 1}');
  });
});
