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
