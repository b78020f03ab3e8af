import { describe, expect, test } from 'vitest';
import { wakeSnoozed } from '#engine/conversations/wakeSnoozed.ts';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { countViews } from '../../support/lists.ts';
import { opened } from './support.ts';

describe('a snooze', () => {
  const snoozed = async () => {
    const conversation = await opened();
    const until = conversation.clock.now() + 60 * MINUTE_MS;
    await handlers['conversations.snooze'](conversation.ctx, { id: conversation.id, until });
    return { ...conversation, until };
  };

  test('takes the conversation off the queue and keeps its due time', async () => {
    const { read, ctx, first } = await snoozed();
    expect(read()).toMatchObject({ queued: false, dueAt: first.at + 60 * MINUTE_MS });
    expect(countViews(ctx.db, '')).toMatchObject({ snoozed: 1, open: 0 });
  });

  test('ends when its time comes, not before', async () => {
    const { ctx, clock, read, until } = await snoozed();
    wakeSnoozed(ctx);
    expect(read().snoozedUntil).toBe(until);
    clock.jump(60 * MINUTE_MS);
    wakeSnoozed(ctx);
    expect(read()).toMatchObject({ queued: true, snoozedUntil: null });
  });

  test('ends when the person writes', async () => {
    const { read, write } = await snoozed();
    await write();
    expect(read()).toMatchObject({ queued: true, snoozedUntil: null });
  });

  test('ends with resolving', async () => {
    const { ctx, id, read } = await snoozed();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    expect(read()).toMatchObject({ status: 'resolved', snoozedUntil: null });
  });

  test('is rejected if it ends in the past', async () => {
    const { ctx, id, clock } = await opened();
    const until = clock.now();
    expect(handlers['conversations.snooze'](ctx, { id, until })).toMatchObject({
      error: { code: 'invalid' },
    });
  });
});
