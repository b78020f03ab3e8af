import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

async function openOne() {
  const engine = await startTestEngine();
  const first = engine.control.mention({ from: 'anna', text: 'Where is it?' });
  await engine.call('capture.pollNow', {});
  const id = `c${first.id}`;
  return { engine, id, seenThrough: `post-${first.id}` };
}

async function writeAgain(engine: TestEngine) {
  await engine.clock.advance(MINUTE_MS);
  engine.control.mention({ from: 'anna', text: 'And I want my money back' });
  await engine.call('capture.pollNow', {});
}

const rowOf = async (engine: TestEngine) =>
  (await engine.call('conversations.list', { view: 'all' })).items[0];
const firstUnread = async (engine: TestEngine, id: string) =>
  (await engine.call('conversations.get', { id })).firstUnread;
const error = { code: 'unseenMessages', count: 1 };
const inAnHour = (engine: TestEngine) => engine.clock.now() + 60 * MINUTE_MS;

test.each(['resolved', 'pending'] as const)(
  'a message that came after reading is not settled by %s',
  async (status) => {
    const { engine, id } = await openOne();
    await engine.call('conversations.markRead', { id });
    await writeAgain(engine);
    expect(await engine.fail('conversations.setStatus', { id, status })).toEqual(error);
    expect(await rowOf(engine)).toMatchObject({ unread: 1, waitingSince: expect.any(Number), status: 'new' });
    await engine.call('conversations.markRead', { id });
    await engine.call('conversations.setStatus', { id, status });
    expect(await rowOf(engine)).toMatchObject({ status, waitingSince: null });
  },
);

test('what the window shows decides, not when it was marked as read', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  expect(await engine.fail('conversations.setStatus', { id, status: 'resolved', seenThrough })).toEqual(
    error,
  );
  await engine.call('conversations.markRead', { id, seenThrough });
  expect(await rowOf(engine)).toMatchObject({ unread: 1 });
  const newest = (await rowOf(engine))?.lastMessage.id ?? '';
  await engine.call('conversations.setStatus', { id, status: 'resolved', seenThrough: newest });
  expect(await rowOf(engine)).toMatchObject({ status: 'resolved' });
});

test('a message that nobody has seen is not hidden by a snooze', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  const until = inAnHour(engine);
  expect(await engine.fail('conversations.snooze', { id, until, seenThrough })).toEqual(error);
  await engine.call('conversations.snooze', { id, until });
  await engine.call('conversations.snooze', { id, until: null, seenThrough });
});

test('reopening never fails, and a script that marks nothing as read settles what is captured', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  await engine.call('conversations.setStatus', { id, status: 'open', seenThrough });
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  expect(await rowOf(engine)).toMatchObject({ status: 'resolved' });
});

const statusOf = async (engine: TestEngine) => (await rowOf(engine))?.status;
const queued = async (engine: TestEngine) =>
  (await engine.call('conversations.list', { view: 'queue' })).items.map((item) => item.id);
const lastSeen = async (engine: TestEngine, id: string) => {
  const { seenThrough } = await engine.call('conversations.get', { id });
  return { seenThrough };
};

test('a private message that is older than what was seen, but captured later, is not settled', async () => {
  const { engine, id } = await openOne();
  const sentAt = engine.clock.now();
  await writeAgain(engine);
  const seen = await lastSeen(engine, id);
  engine.control.dm({ from: 'anna', text: 'My number is 12', at: sentAt + 1_000 });
  await engine.clock.advance(MINUTE_MS);
  await engine.call('capture.pollNow', {});
  expect(await engine.fail('conversations.setStatus', { id, status: 'resolved', ...seen })).toEqual(error);
  await engine.call('conversations.markRead', { id, ...seen });
  expect(await rowOf(engine)).toMatchObject({ unread: 1 });
  await engine.call('conversations.setStatus', {
    id,
    status: 'resolved',
    ...(await lastSeen(engine, id)),
  });
  expect(await statusOf(engine)).toBe('resolved');
});

test.each([
  ['in the same millisecond', 0],
  ['after the clock was set back', -60 * MINUTE_MS],
])('a message that is captured %s as the mark is not settled by it', async (_, jumpMs) => {
  const { engine, id } = await openOne();
  await engine.call('conversations.markRead', { id });
  // X's clock goes on.
  const at = engine.clock.now() + 1;
  if (jumpMs !== 0) engine.clock.jump(jumpMs);
  engine.control.mention({ from: 'anna', text: 'It burns!', at });
  await engine.call('capture.pollNow', {});
  expect(await rowOf(engine)).toMatchObject({ unread: 1 });
  expect(await engine.fail('conversations.setStatus', { id, status: 'resolved' })).toEqual(error);
  await engine.call('conversations.setStatus', { id, status: 'resolved', ...(await lastSeen(engine, id)) });
  engine.control.mention({ from: 'anna', text: 'Hello?', at: at + 1 });
  await engine.call('capture.pollNow', {});
  expect(await queued(engine)).toEqual([id]);
});

test('of two messages that one poll brings, the older one covers only itself', async () => {
  const { engine, id } = await openOne();
  engine.control.mention({ from: 'anna', text: 'It burns!' });
  const last = engine.control.mention({ from: 'anna', text: 'Hello?', at: engine.clock.now() + 1 });
  await engine.call('capture.pollNow', {});
  const [, older] = (await engine.call('conversations.get', { id })).messages;
  const seenThrough = older?.id ?? '';
  expect(await engine.fail('conversations.setStatus', { id, status: 'resolved', seenThrough })).toEqual(
    error,
  );
  expect(await lastSeen(engine, id)).toEqual({ seenThrough: `post-${last.id}` });
});

test('a reply covers what its author had seen; it stops, and the rest stays in the queue', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  const reply = { conversationId: id, channel: 'dm', text: 'On it', undoMs: 0 } as const;
  const { outboxId } = await engine.call('replies.send', { ...reply, seenThrough });
  await engine.clock.advance(1_000);
  const stopped = { status: { kind: 'stopped', reason: 'newMessage' } };
  expect(await engine.entry(outboxId)).toMatchObject(stopped);
  expect(await queued(engine)).toEqual([id]);
  await engine.call('outbox.confirm', { id: outboxId, seenThrough });
  await engine.clock.advance(1_000);
  expect(await engine.entry(outboxId)).toMatchObject(stopped);
  expect(engine.control.state().sentDms).toEqual([]);
  await engine.call('outbox.confirm', { id: outboxId, ...(await lastSeen(engine, id)) });
  await engine.clock.advance(1_000);
  expect(engine.control.state().sentDms).toHaveLength(1);
  expect(await queued(engine)).toEqual([]);
});

test('a reply stops for a message that is older than what was seen, but was captured later', async () => {
  const { engine, id } = await openOne();
  const sentAt = engine.clock.now();
  await writeAgain(engine);
  const seen = await lastSeen(engine, id);
  const reply = { conversationId: id, channel: 'dm', text: 'On it', undoMs: 20_000, ...seen } as const;
  const { outboxId } = await engine.call('replies.send', reply);
  expect(await queued(engine)).toEqual([]);
  engine.control.dm({ from: 'anna', text: 'My number is 12', at: sentAt + 1_000 });
  await engine.call('capture.pollNow', {});
  expect(await queued(engine)).toEqual([id]);
  await engine.clock.advance(21_000);
  expect(await engine.entry(outboxId)).toMatchObject({ status: { kind: 'stopped', reason: 'newMessage' } });
});

test('what was replied to is not unseen, even if it was never marked as read', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  const { outboxId } = await engine.call('replies.send', {
    conversationId: id,
    channel: 'dm',
    text: 'On it',
    undoMs: 0,
  });
  await engine.clock.advance(1_000);
  expect(await engine.entry(outboxId)).toMatchObject({ status: { kind: 'sent' } });
  await engine.call('conversations.setStatus', { id, status: 'resolved', seenThrough });
  expect(await statusOf(engine)).toBe('resolved');
});

test('a message that does not exist is named', async () => {
  const { engine, id } = await openOne();
  const unknown = { code: 'notFound', what: 'message', id: 'post-1' };
  const input = { id, seenThrough: 'post-1' };
  expect(await engine.fail('conversations.markRead', input)).toEqual(unknown);
  expect(await engine.fail('conversations.setStatus', { ...input, status: 'resolved' })).toEqual(unknown);
  expect(await engine.fail('conversations.snooze', { ...input, until: inAnHour(engine) })).toEqual(unknown);
});

test('conversations.get names the unread messages in the order of capture, and a mark leaves the rest', async () => {
  const { engine, id, seenThrough } = await openOne();
  await writeAgain(engine);
  await writeAgain(engine);
  const { unread = [] } = await engine.call('conversations.get', { id });
  expect(unread).toHaveLength(3);
  expect(unread[0]).toBe(seenThrough);
  expect(await firstUnread(engine, id)).toBe(seenThrough);
  await engine.call('conversations.markRead', { id, seenThrough: unread[1] ?? '' });
  expect((await engine.call('conversations.get', { id })).unread).toEqual(unread.slice(2));
  expect(await firstUnread(engine, id)).toBe(unread[2]);
  await engine.call('conversations.markRead', { id });
  expect((await engine.call('conversations.get', { id })).unread).toEqual([]);
  expect(await firstUnread(engine, id)).toBeUndefined();
});
