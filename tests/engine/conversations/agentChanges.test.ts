import { describe, expect, test } from 'vitest';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { settingsHandlers } from '#engine/handlers/settings.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { opened } from './support.ts';

describe('an agent', () => {
  test.each(['pending', 'resolved'] as const)(
    'takes it off the queue as %s, whatever waits',
    async (status) => {
      const { ctx, id, read } = await opened();
      await handlers['conversations.setStatus'](ctx, { id, status });
      expect(read()).toMatchObject({ status, queued: false, dueAt: null });
    },
  );

  test('brings back what waited by setting it open', async () => {
    const { ctx, id, read, first, clock } = await opened();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    clock.jump(1_000);
    await handlers['conversations.setStatus'](ctx, { id, status: 'open' });
    expect(read()).toMatchObject({ status: 'open', queued: true, waitingSince: first.at });
  });

  test('hears only of what is new after a reopening', async () => {
    const { ctx, id, read, write, clock } = await opened();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    clock.jump(71 * 60 * MINUTE_MS);
    const at = clock.now();
    expect((await write({ at })).opened).toEqual([id]);
    expect(read()).toMatchObject({ status: 'open', queued: true, waitingSince: at });
  });

  test('meets a new conversation when the person comes back later', async () => {
    const { ctx, id, read, write, clock } = await opened();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    clock.jump(73 * 60 * MINUTE_MS);
    const { opened: ids } = await write({ at: clock.now() });
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain(id);
    expect(read().status).toBe('resolved');
  });

  test('moves the due times with the response target', async () => {
    const { ctx, read, first } = await opened();
    await settingsHandlers['settings.set'](ctx, { responseTargetMinutes: 5 });
    expect(read().dueAt).toBe(first.at + 5 * MINUTE_MS);
  });

  test('reads what was captured so far', async () => {
    const { ctx, id, read, write } = await opened();
    await handlers['conversations.markRead'](ctx, { id });
    expect(read().unread).toBe(0);
    await write();
    expect(read().unread).toBe(1);
  });
});
