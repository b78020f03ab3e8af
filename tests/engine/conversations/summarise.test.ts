import { describe, expect, test } from 'vitest';
import { summarise } from '../../../src-main/engine/conversations/summarise.ts';
import { wakeSnoozed } from '../../../src-main/engine/conversations/wakeSnoozed.ts';
import { conversationHandlers as handlers } from '../../../src-main/engine/handlers/conversations.ts';
import { settingsHandlers } from '../../../src-main/engine/handlers/settings.ts';
import { countViews, getConversation } from '../../../src-main/engine/store/conversations.ts';
import { storeSentMessage } from '../../../src-main/engine/store/sentMessages.ts';
import { getSettings } from '../../../src-main/engine/store/settings.ts';
import { run } from '../../../src-main/engine/store/sql.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { putOutboxRow } from '../../support/outboxRows.ts';
import { testEngine } from '../../support/testEngine.ts';

const MINUTE = 60_000;

/** A conversation that one message opened, and ways to go on from there. */
async function opened(at = MORNING - 5 * MINUTE) {
  const engine = testEngine();
  const { ctx, clock } = engine;
  const first = someMessage({ at });
  const id = `c${first.xId}`;
  await engine.capture([first]);
  const read = () => {
    summarise(ctx.db, [id], getSettings(ctx.db));
    const conversation = getConversation(ctx.db, id);
    if (!conversation) throw new Error('no conversation');
    return { ...conversation, queued: countViews(ctx.db, '').queue === 1 };
  };
  const answer = (state: 'held' | 'sent' | 'refused' | 'unknown' = 'held', xId: string | null = null) => {
    clock.jump(1_000);
    putOutboxRow(ctx.db, { id: 'o1', conversationId: id, at: clock.now(), state, xId });
  };
  const write = (facts: Parameters<typeof someMessage>[0] = {}) =>
    engine.capture([someMessage({ at: clock.now(), ...facts })]);
  return { ...engine, id, first, read, answer, write };
}

describe('a conversation that waits', () => {
  test('is new, in the queue, unread, and due an hour after the message', async () => {
    const { read, first } = await opened();
    expect(read()).toMatchObject({
      status: 'new',
      queued: true,
      unread: 1,
      waitingSince: first.at,
      dueAt: first.at + 60 * MINUTE,
      lastMessage: { id: `post-${first.xId}`, kind: 'post', direction: 'in', text: first.text, at: first.at },
    });
  });

  test('waits since the oldest message without an answer', async () => {
    const { read, write, first } = await opened();
    await write();
    expect(read()).toMatchObject({ waitingSince: first.at, unread: 2, status: 'new' });
  });

  test.each(['held', 'queued', 'sending', 'sent', 'unknown'] as const)(
    'waits no longer while an answer is %s',
    async (state) => {
      const { read, answer } = await opened();
      answer(state as 'held');
      expect(read()).toMatchObject({
        status: 'pending',
        queued: false,
        dueAt: null,
        waitingSince: null,
        unread: 0,
      });
      expect(read().lastMessage).toMatchObject({
        id: 'o1',
        kind: 'post',
        direction: 'out',
        text: 'an answer',
      });
    },
  );

  test('waits again, open, when the answer is refused', async () => {
    const { read, answer, first } = await opened();
    answer('held');
    expect(read().status).toBe('pending');
    answer('refused');
    expect(read()).toMatchObject({ status: 'open', queued: true, waitingSince: first.at });
  });

  test('waits again, open, when the answer is taken back', async () => {
    const { read, answer, ctx, first } = await opened();
    answer();
    read();
    run(ctx.db, 'DELETE FROM outbox');
    expect(read()).toMatchObject({ status: 'open', queued: true, lastMessage: { id: `post-${first.xId}` } });
  });

  test('waits on when the message came in after the answer was written, though X dates it earlier', async () => {
    const { read, answer, write, clock } = await opened();
    answer();
    const at = clock.now() - 20_000;
    await write({ at });
    expect(read()).toMatchObject({ status: 'open', queued: true, waitingSince: at, unread: 1 });
  });

  test('ends waiting when the account answered elsewhere', async () => {
    const { read, write } = await opened();
    await write({ role: 'own', kind: 'dm' });
    expect(read()).toMatchObject({ status: 'pending', queued: false, unread: 0 });
  });

  test('is judged by when the answer was written, not by when X got it', async () => {
    const { read, answer, write, ctx, clock, id } = await opened();
    answer('sent', '900');
    await write();
    const sent = { kind: 'post', xId: '900', text: 'an answer', at: clock.now(), inReplyTo: null } as const;
    storeSentMessage(
      ctx.db,
      { ...sent, accountId: testAccount.id, personId: '1', conversationId: id },
      clock.now(),
    );
    expect(read()).toMatchObject({ status: 'open', queued: true, lastMessage: { id: 'post-900' } });
  });
});

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
    clock.jump(71 * 60 * MINUTE);
    const at = clock.now();
    expect((await write({ at })).opened).toEqual([id]);
    expect(read()).toMatchObject({ status: 'open', queued: true, waitingSince: at });
  });

  test('meets a new conversation when the person comes back later', async () => {
    const { ctx, id, read, write, clock } = await opened();
    await handlers['conversations.setStatus'](ctx, { id, status: 'resolved' });
    clock.jump(73 * 60 * MINUTE);
    const { opened: ids } = await write({ at: clock.now() });
    expect(ids).toHaveLength(1);
    expect(ids).not.toContain(id);
    expect(read().status).toBe('resolved');
  });

  test('moves the due times with the response target', async () => {
    const { ctx, read, first } = await opened();
    await settingsHandlers['settings.set'](ctx, { responseTargetMinutes: 5 });
    expect(read().dueAt).toBe(first.at + 5 * MINUTE);
  });

  test('reads what was captured so far', async () => {
    const { ctx, id, read, write } = await opened();
    await handlers['conversations.markRead'](ctx, { id });
    expect(read().unread).toBe(0);
    await write();
    expect(read().unread).toBe(1);
  });
});

describe('a snooze', () => {
  const snoozed = async () => {
    const conversation = await opened();
    const until = conversation.clock.now() + 60 * MINUTE;
    await handlers['conversations.snooze'](conversation.ctx, { id: conversation.id, until });
    return { ...conversation, until };
  };

  test('takes it off the queue and keeps its due time', async () => {
    const { read, ctx, first } = await snoozed();
    expect(read()).toMatchObject({ queued: false, dueAt: first.at + 60 * MINUTE });
    expect(countViews(ctx.db, '')).toMatchObject({ snoozed: 1, open: 0 });
  });

  test('ends when its time comes and not before', async () => {
    const { ctx, clock, read, until } = await snoozed();
    wakeSnoozed(ctx);
    expect(read().snoozedUntil).toBe(until);
    clock.jump(60 * MINUTE);
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

  test('cannot end in the past', async () => {
    const { ctx, id, clock } = await opened();
    const until = clock.now();
    expect(handlers['conversations.snooze'](ctx, { id, until })).toMatchObject({
      error: { code: 'invalid' },
    });
  });
});
