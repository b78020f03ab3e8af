import { expect, test } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save, textsOf } from './support.ts';

async function withHits(...texts: string[]) {
  const engine = await startTestEngine();
  await save(engine, 'parcel');
  const ids = texts.map((text, n) => `post-${post(engine, text, `person${n}`).id}`);
  await poll(engine);
  return { engine, ids };
}

const counts = (engine: TestEngine) => engine.call('listening.counts', {});
const unreadOf = async (engine: TestEngine) =>
  (await engine.call('listening.list', {})).items
    .filter(({ unread }) => unread)
    .map(({ message }) => message.id);
const changes = (engine: TestEngine) =>
  engine.events.filter(({ name }) => name === 'listening.changed').length;

test('hits are unread until they are marked as read, once for all searches', async () => {
  const { engine, ids } = await withHits('parcel one', 'parcel two');
  const [one = '', two = ''] = ids;
  expect(await counts(engine)).toEqual({ unread: 2, hidden: 0 });
  await engine.call('listening.markRead', { messageIds: [one] });
  expect(await unreadOf(engine)).toEqual([two]);
  await save(engine, 'one');
  await poll(engine);
  expect(await counts(engine)).toEqual({ unread: 1, hidden: 0 });
  const before = changes(engine);
  await engine.call('listening.markRead', { messageIds: [one] });
  expect(changes(engine)).toBe(before);
  await engine.call('listening.markRead', { messageIds: [two] });
  expect(changes(engine)).toBe(before + 1);
});

test('marking is all or nothing', async () => {
  const { engine, ids } = await withHits('parcel one');
  expect(await engine.fail('listening.markRead', { messageIds: [...ids, 'post-9'] })).toMatchObject({
    code: 'notFound',
    id: 'post-9',
  });
  expect(await unreadOf(engine)).toEqual(ids);
});

test('a hidden hit is listed only if asked for, and comes back as it was', async () => {
  const { engine, ids } = await withHits('parcel one', 'parcel two');
  const [one = ''] = ids;
  await engine.call('listening.hide', { messageId: one });
  expect(await textsOf(engine)).toEqual(['parcel two']);
  expect(await counts(engine)).toEqual({ unread: 1, hidden: 1 });
  const { items } = await engine.call('listening.list', { withHidden: true });
  expect(items.map(({ unread, hidden }) => [unread, hidden])).toEqual([
    [true, false],
    [false, true],
  ]);
  await engine.call('listening.hide', { messageId: one, hidden: false });
  expect(await counts(engine)).toEqual({ unread: 2, hidden: 0 });
  expect(await engine.fail('listening.hide', { messageId: 'post-9' })).toMatchObject({ code: 'notFound' });
});

test('a hidden hit stays hidden when another search finds it', async () => {
  const { engine, ids } = await withHits('parcel one');
  await engine.call('listening.hide', { messageId: ids[0] ?? '' });
  const { id } = await save(engine, 'one');
  await poll(engine);
  expect(await textsOf(engine, id)).toEqual([]);
});

test('what is in the queue or gone from X does not count as unread', async () => {
  const { engine, ids } = await withHits('parcel one', 'parcel two', 'parcel three');
  const [one = '', two = ''] = ids;
  await engine.call('listening.take', { messageId: one });
  expect(await counts(engine)).toEqual({ unread: 2, hidden: 0 });
  engine.control.deletePost({ id: two.replace('post-', '') });
  engine.clock.jump(DAY_MS);
  await poll(engine);
  expect(await counts(engine)).toEqual({ unread: 1, hidden: 0 });
  await engine.call('listening.hide', { messageId: two });
  expect(await textsOf(engine)).toEqual(['parcel three', 'parcel one']);
});

test('hits of a search that takes everything are unread in the queue only', async () => {
  const engine = await startTestEngine();
  await save(engine, 'parcel', true);
  post(engine, 'parcel one');
  await poll(engine);
  expect((await engine.call('conversations.counts', {})).counts.queue).toBe(1);
  expect(await counts(engine)).toEqual({ unread: 0, hidden: 0 });
});
