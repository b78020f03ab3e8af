import { describe, expect, test } from 'vitest';
import { undoActivity } from '#engine/conversations/undoActivity.ts';
import { wakeSnoozed } from '#engine/conversations/wakeSnoozed.ts';
import { conversationHandlers as handlers } from '#engine/handlers/conversations.ts';
import { listActivities } from '#engine/store/activities.ts';
import type { Db } from '#engine/store/open.ts';
import { run } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { countViews } from '../../support/lists.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { opened } from './support.ts';

/** The newest activity of the person of `opened`. */
const lastActivity = (db: Db) => listActivities(db, '1', 0, Number.MAX_SAFE_INTEGER).at(-1);

describe('a snooze', () => {
  const snoozed = async () => {
    const conversation = await opened();
    const until = conversation.clock.now() + 60 * MINUTE_MS;
    await handlers['conversations.snooze'](conversation.ctx, { id: conversation.id, until });
    return { ...conversation, until };
  };

  test('takes the conversation off the queue and moves its due time to after it', async () => {
    const { read, ctx, first, until, clock } = await snoozed();
    const waited = clock.now() - first.at;
    expect(read()).toMatchObject({ queued: false, dueAt: until + 60 * MINUTE_MS - waited });
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

  describe('that ends without a reply of the person', () => {
    const followedUp = async () => {
      const conversation = await opened();
      const { ctx, clock, id, read, answer } = conversation;
      answer('sent');
      expect(read()).toMatchObject({ status: 'pending', queued: false });
      const until = clock.now() + 60 * MINUTE_MS;
      await handlers['conversations.snooze'](ctx, { id, until });
      clock.jump(60 * MINUTE_MS);
      wakeSnoozed(ctx);
      return conversation;
    };

    test('brings the conversation back to the queue, due from then on', async () => {
      const { ctx, clock, read } = await followedUp();
      const now = clock.now();
      expect(read()).toMatchObject({
        status: 'open',
        queued: true,
        waitingSince: now,
        dueAt: now + 60 * MINUTE_MS,
      });
      expect(lastActivity(ctx.db)).toMatchObject({
        kind: 'snoozed',
        agent: null,
        facts: { until: null, noReply: true },
      });
    });

    test('is answered by a reply, and asks again if the reply is cancelled', async () => {
      const { ctx, clock, id, read } = await followedUp();
      clock.jump(1_000);
      putOutboxRow(ctx.db, { id: 'o2', conversationId: id, at: clock.now(), state: 'held' });
      expect(read()).toMatchObject({ status: 'pending', queued: false, dueAt: null });
      run(ctx.db, `DELETE FROM outbox WHERE id = 'o2'`);
      expect(read().queued).toBe(true);
    });

    test.each(['pending', 'resolved'] as const)(
      'is answered by the status %s, even on a clock that was set back, and asks again if that is undone',
      async (status) => {
        const { ctx, clock, id, read } = await followedUp();
        clock.jump(-10 * 60 * MINUTE_MS);
        const set = await handlers['conversations.setStatus'](ctx, { id, status });
        expect(read()).toMatchObject({ status, queued: false });
        undoActivity(ctx, (set.ok && set.value.activityId) || '');
        expect(read()).toMatchObject({ status: 'open', queued: true });
      },
    );

    test('is answered by another snooze', async () => {
      const { ctx, clock, id, read } = await followedUp();
      await handlers['conversations.snooze'](ctx, { id, until: clock.now() + MINUTE_MS });
      expect(read().queued).toBe(false);
      clock.jump(MINUTE_MS);
      wakeSnoozed(ctx);
      expect(read()).toMatchObject({ queued: true, waitingSince: clock.now() });
    });

    test('leaves the waiting of a person who writes as it is', async () => {
      const { clock, read, write } = await followedUp();
      clock.jump(MINUTE_MS);
      const at = clock.now();
      await write({ at });
      expect(read()).toMatchObject({ queued: true, waitingSince: at });
    });
  });

  test('that ends while the person waits says nothing of a missing reply', async () => {
    const { ctx, clock, read, first } = await snoozed();
    clock.jump(60 * MINUTE_MS);
    wakeSnoozed(ctx);
    expect(read().waitingSince).toBe(first.at);
    expect(lastActivity(ctx.db)).toMatchObject({ facts: { until: null, noReply: false } });
  });

  test('leaves a resolved conversation resolved', async () => {
    const { ctx, clock, id, read } = await opened();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    await handlers['conversations.snooze'](ctx, { id, until: clock.now() + MINUTE_MS });
    clock.jump(MINUTE_MS);
    wakeSnoozed(ctx);
    expect(read()).toMatchObject({ status: 'resolved', queued: false, dueAt: null });
  });
});
