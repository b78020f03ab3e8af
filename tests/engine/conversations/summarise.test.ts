import { describe, expect, test } from 'vitest';
import { storeSentMessage } from '#engine/store/sentMessages.ts';
import { run } from '#engine/store/sql.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { testAccount } from '../../support/builders.ts';
import { opened } from './support.ts';

describe('a conversation that waits', () => {
  test('is new, in the queue, unread, and due an hour after the message', async () => {
    const { read, first } = await opened();
    expect(read()).toMatchObject({
      status: 'new',
      queued: true,
      unread: 1,
      waitingSince: first.at,
      dueAt: first.at + 60 * MINUTE_MS,
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
