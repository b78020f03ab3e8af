import { describe, expect, test } from 'vitest';
import { draftHandlers } from '#engine/handlers/drafts.ts';
import { getConversation } from '#engine/store/conversations.ts';
import { withPeople } from './support.ts';

async function open() {
  const { ctx, ids, events, clock } = await withPeople(1);
  const conversationId = ids[0] ?? '';
  events.length = 0;
  const save = (channel: 'public' | 'dm', text: string) => {
    clock.jump(1_000);
    draftHandlers['drafts.save'](ctx, { conversationId, channel, text });
  };
  const list = () => draftHandlers['drafts.list'](ctx, { conversationId });
  const hasDraft = () => getConversation(ctx.db, conversationId)?.hasDraft;
  return { ctx, events, save, list, hasDraft };
}

describe('drafts', () => {
  test('are kept per channel, the one saved last first', async () => {
    const { save, list } = await open();
    save('public', 'hello');
    save('dm', 'in private');
    save('public', 'hello you');
    expect(list()).toMatchObject({ value: { items: [{ text: 'hello you' }, { text: 'in private' }] } });
  });

  test('show on their conversation until both are empty', async () => {
    const { save, hasDraft, events } = await open();
    save('public', 'hello');
    save('dm', 'in private');
    save('public', 'hello you');
    expect(hasDraft()).toBe(true);
    save('public', '');
    save('dm', '');
    expect(hasDraft()).toBe(false);
    expect(events).toHaveLength(2);
  });

  test('need a conversation', async () => {
    const { ctx } = await open();
    const draft = { conversationId: 'c0', channel: 'dm', text: '' } as const;
    expect(draftHandlers['drafts.save'](ctx, draft)).toMatchObject({ error: { code: 'notFound' } });
  });
});
