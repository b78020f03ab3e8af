import { expect, test } from 'vitest';
import { snowflake } from '../../support/snowflake.ts';
import { startJsonServer } from '../../support/startJsonServer.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

async function listContents(engine: TestEngine) {
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('conversations.list', { view: 'all' });
  return Object.fromEntries(items.map(({ person, lastMessage }) => [person.handle, lastMessage.content]));
}

test('a conversation says what its last message is if that has no words', async () => {
  const engine = await startTestEngine();
  const { control } = engine;
  const photos = [{ file: 'A.jpg' }];
  control.dm({ from: 'anna', text: '', photos });
  control.dm({ from: 'bob', text: '', photos: [{ type: 'audio', file: '' }] });
  control.dm({ from: 'carl', text: '', photos: [{ type: 'video', file: '' }] });
  control.dm({ from: 'dora', text: '' });
  control.dm({ from: 'emil', text: ' \u200b\n' });
  control.dm({ from: 'fred', text: 'a picture of it', photos });
  expect(await listContents(engine)).toEqual({
    anna: 'photo',
    bob: 'audio',
    carl: 'video',
    dora: 'unreadable',
    emil: 'empty',
    fred: null,
  });
});

test('a deleted post is said to be deleted', async () => {
  const engine = await startTestEngine();
  const { id } = engine.control.mention({ from: 'anna', text: 'help' });
  await engine.call('capture.pollNow', {});
  engine.control.deletePost({ id });
  engine.clock.jump(21 * 3_600_000);
  expect(await listContents(engine)).toEqual({ anna: 'deleted' });
});

test('a reply on its way has its own words', async () => {
  const engine = await startTestEngine();
  const { id } = engine.control.dm({ from: 'anna', text: '', photos: [{ file: 'A.jpg' }] });
  await engine.call('capture.pollNow', {});
  await engine.send(`c${id}`, 'Thank you!', 'dm', 60_000);
  const { items } = await engine.call('conversations.list', { view: 'all' });
  expect(items[0]?.lastMessage).toMatchObject({ text: 'Thank you!' });
  expect(items[0]?.lastMessage.content).toBeNull();
});

test('the post of the issue, as X sends it, is a photo', async () => {
  const id = snowflake(Date.UTC(2026, 10, 23, 8, 59), 0);
  const post = {
    id,
    author_id: '5001',
    text: 'https://t.co/p',
    attachments: { media_keys: ['3_11'] },
    entities: { urls: [{ url: 'https://t.co/p', media_key: '3_11' }] },
  };
  const users = [{ id: '5001', username: 'anna', name: 'Anna' }];
  const xUrl = await startJsonServer((path) => {
    if (path === '/2/users/me')
      return { data: { id: '795372667', username: 'harbourhelp', name: 'Harbour' } };
    if (path.endsWith('/mentions')) return { data: [post], includes: { users }, meta: { newest_id: id } };
    return { data: [], meta: { result_count: 0 } };
  });
  const engine = await startTestEngine({ xUrl });
  expect(await listContents(engine)).toEqual({ anna: 'photo' });
});
