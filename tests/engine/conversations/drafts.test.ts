import { expect, test } from 'vitest';
import { draftHandlers } from '#engine/handlers/drafts.ts';
import { getConversation } from '#engine/store/conversations.ts';
import { withPeople } from './support.ts';

test('drafts are kept per channel, shown in the list, and removed by an empty text', async () => {
  const { ctx, ids, events, clock } = await withPeople(1);
  const conversationId = ids[0] ?? '';
  events.length = 0;
  const save = (channel: 'public' | 'dm', text: string) => {
    clock.jump(1_000);
    draftHandlers['drafts.save'](ctx, { conversationId, channel, text });
  };
  save('public', 'hello');
  save('dm', 'in private');
  save('public', 'hello you');
  const items = draftHandlers['drafts.list'](ctx, { conversationId });
  expect(items).toMatchObject({
    value: { items: [{ text: 'hello you' }, { text: 'in private' }] },
  });
  expect(getConversation(ctx.db, conversationId)?.hasDraft).toBe(true);
  save('public', '');
  save('dm', '');
  expect(getConversation(ctx.db, conversationId)?.hasDraft).toBe(false);
  expect(events).toHaveLength(2);
  expect(draftHandlers['drafts.save'](ctx, { conversationId: 'c0', channel: 'dm', text: '' })).toMatchObject({
    error: { code: 'notFound' },
  });
});
