import { expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { MORNING, somePost } from '../../support/builders.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { startPoller } from './support.ts';

const status = (engine: TestEngine) => engine.call('capture.status', {});
const lookups = { method: 'GET', path: '^/2/tweets$' };

test('a step that fails is told and logged, stops none of the others, and is forgotten once it succeeds', async () => {
  const engine = await startTestEngine();
  // X shows the post just above with the mention, so that only the next one takes a lookup.
  const first = engine.control.post({ from: 'carl', text: 'first' });
  const above = engine.control.post({ from: 'bea', text: 'second', replyToId: first.id });
  const { id } = engine.control.mention({ from: 'anna', text: 'Same here', replyToId: above.id });
  engine.control.dm({ from: 'bob', text: 'look', photos: [{ file: 'receipt-charged-twice.png' }] });
  engine.control.addFault({ kind: 'serverError', match: lookups });
  expect(await engine.call('capture.pollNow', {})).toEqual({ newMessages: 2, failures: [] });
  const failed = await status(engine);
  expect(failed.stepErrors).toEqual([
    { step: 'parents', error: { code: 'xFailed', status: 503, detail: expect.any(String) } },
  ]);
  expect(failed.sources.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(
    engine.logLines.some((line) => line.includes('capture.stepFailed') && line.includes('parents')),
  ).toBe(true);
  expect(
    Object.keys(engine.control.state().requests).filter((call) => call.includes('/media/')),
  ).toHaveLength(1);
  await engine.call('capture.pollNow', {});
  expect(await status(engine)).not.toHaveProperty('stepErrors');
  const { messages } = await engine.call('conversations.get', { id: `c${id}` });
  expect(messages.map(({ text }) => text)).toContain('first');
});

test('a failed check for deletions is told, and made in the next cycle', async () => {
  const engine = await startTestEngine();
  const { id, postId } = await openConversation(engine, 'anna', 'My number is marzipan');
  engine.control.deletePost({ id: postId });
  engine.clock.jump(22 * HOUR_MS);
  engine.control.addFault({ kind: 'reset', match: lookups });
  await engine.call('capture.pollNow', {});
  expect((await status(engine)).stepErrors).toMatchObject([{ step: 'deletions' }]);
  await engine.call('capture.pollNow', {});
  expect(await status(engine)).not.toHaveProperty('stepErrors');
  expect((await engine.call('conversations.get', { id })).messages).toMatchObject([{ text: '' }]);
});

test('the newest wording of an edited post that could not be fetched is told', async () => {
  const { x, poller, clock } = startPoller();
  const post = somePost({ at: MORNING });
  x.posts.push(post);
  await poller.pollNow();
  x.posts[0] = { ...post, editIds: [post.id, `${BigInt(post.id) + 1n}`] };
  clock.jump(22 * HOUR_MS);
  x.spoil = (name, nth) => (name === 'getPosts' && nth === 2 ? { code: 'timedOut' } : null);
  await poller.pollNow();
  expect(poller.outlook().stepErrors).toEqual([{ step: 'deletions', error: { code: 'timedOut' } }]);
});

test('a step that ends because the engine stops is no error of that step', async () => {
  const { x, poller } = startPoller();
  x.posts.push(somePost({ at: MORNING, references: [{ type: 'replied_to', id: '17' }] }));
  x.spoil = (name) => (name === 'getPosts' ? { code: 'engineGone' } : null);
  expect(await poller.pollNow()).toEqual({ ok: false, error: { code: 'engineGone' } });
  expect(poller.outlook().stepErrors).toEqual([]);
});
