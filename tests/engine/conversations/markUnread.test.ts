import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';

async function withThreeMessages() {
  const engine = await startTestEngine();
  const { id, postId } = await openConversation(engine);
  const ids = [`post-${postId}`];
  const write = async () => {
    await engine.clock.advance(MINUTE_MS);
    ids.push(`post-${engine.control.mention({ from: 'anna', text: 'Hello?' }).id}`);
    await engine.call('capture.pollNow', {});
  };
  await write();
  await write();
  await engine.call('conversations.markRead', { id });
  const unread = async () => {
    const { conversation, unread: named } = await engine.call('conversations.get', { id });
    expect(named).toHaveLength(conversation.unread);
    return named?.map((messageId) => ids.indexOf(messageId));
  };
  return { engine, id, ids, write, unread };
}

test('marks the newest message, or from one on, until they are read', async () => {
  const { engine, id, ids, unread } = await withThreeMessages();
  await engine.call('conversations.markUnread', { id });
  expect(await unread()).toEqual([2]);
  await engine.call('conversations.markUnread', { id, from: ids[1] ?? '' });
  expect(await unread()).toEqual([1, 2]);
  await engine.call('conversations.markRead', { id, seenThrough: ids[1] ?? '' });
  expect(await unread()).toEqual([2]);
  await engine.call('conversations.markRead', { id });
  expect(await unread()).toEqual([]);
});

test('marks what was replied to and settled, and never fewer than were unread', async () => {
  const { engine, id, ids, write, unread } = await withThreeMessages();
  await engine.send(id, 'Sorry!');
  await engine.call('conversations.markUnread', { id, from: ids[1] ?? '' });
  expect(await unread()).toEqual([1, 2]);
  await engine.call('conversations.markRead', { id });
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  await engine.call('conversations.markUnread', { id });
  expect(await unread()).toEqual([2]);
  await engine.call('conversations.markRead', { id });
  await write();
  await write();
  await engine.call('conversations.markUnread', { id });
  expect(await unread()).toEqual([3, 4]);
});

test('what came after is unread too, and a reply from elsewhere does not read it', async () => {
  const { engine, id, write, unread } = await withThreeMessages();
  await engine.call('conversations.markUnread', { id });
  await write();
  expect(await unread()).toEqual([2, 3]);
  await engine.call('conversations.markRead', { id });
  await write();
  await engine.send(id, 'Sorry!');
  expect(await unread()).toEqual([]);
});

test('is undone, unless it was read meanwhile', async () => {
  const { engine, id, unread } = await withThreeMessages();
  const first = await engine.call('conversations.markUnread', { id });
  await engine.call('activities.undo', { id: first.activityId ?? '' });
  expect(await unread()).toEqual([]);
  const second = await engine.call('conversations.markUnread', { id });
  await engine.call('conversations.markRead', { id });
  expect(await engine.fail('activities.undo', { id: second.activityId ?? '' })).toMatchObject({
    code: 'notUndone',
    reason: 'changedSince',
  });
});

test('fails for a message that the person does not have', async () => {
  const { engine, id } = await withThreeMessages();
  expect(await engine.fail('conversations.markUnread', { id, from: 'post-404' })).toEqual({
    code: 'notFound',
    what: 'message',
    id: 'post-404',
  });
});
