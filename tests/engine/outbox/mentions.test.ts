import { expect, test } from 'vitest';
import { eraseMessage } from '#engine/store/deletions.ts';
import { listPostMentions } from '#engine/store/postMentions.ts';
import { someMessage } from '../../support/builders.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { testEngine } from '../../support/testEngine.ts';
import { untilState } from '../../support/untilState.ts';

/** Anna mentions Bob and Eve besides the account. */
async function startWithOthers() {
  const engine = await startTestEngine();
  const bob = engine.control.person({ handle: 'bob' }).id;
  const eve = engine.control.person({ handle: 'eve' }).id;
  const { handle } = engine.control.state().account;
  const { id, postId, personId } = await openConversation(
    engine,
    'anna',
    `@${handle} @bob where is it? @eve @BOB`,
  );
  return { engine, id, postId, anna: personId, bob, eve };
}

const send = (engine: TestEngine, conversationId: string, more: object = {}) =>
  engine.call('replies.send', { conversationId, channel: 'public', text: 'On it', undoMs: 0, ...more });

const listTexts = (engine: TestEngine) => engine.control.state().sentPosts.map(({ text }) => text);

test('a reply mentions the author and whom their post mentions, but never the account', async () => {
  const { engine, id, anna, bob, eve } = await startWithOthers();
  const { mentions } = await engine.call('replies.options', { conversationId: id });
  expect(mentions).toEqual([
    { userId: anna, handle: 'anna', name: expect.any(String), required: true },
    { userId: bob, handle: 'bob', name: expect.any(String), required: false },
    { userId: eve, handle: 'eve', name: expect.any(String), required: false },
  ]);
  await untilState(engine, (await send(engine, id)).outboxId, 'sent');
  expect(listTexts(engine)).toEqual(['@anna @bob @eve On it']);
});

test('leaves people out, but not whom it answers', async () => {
  const { engine, id, anna, bob } = await startWithOthers();
  const { outboxId } = await send(engine, id, { excludeMentions: [bob, anna] });
  await untilState(engine, outboxId, 'sent');
  expect(listTexts(engine)).toEqual(['@anna @eve On it']);
});

test('a reply to another post mentions whom that one mentions', async () => {
  const { engine, id, postId, bob } = await startWithOthers();
  engine.control.mention({ from: 'anna', text: 'Hello again', replyToId: postId });
  await engine.call('capture.pollNow', {});
  const mentionsOf = async (more: object) =>
    (await engine.call('replies.options', { conversationId: id, ...more })).mentions.map(
      ({ handle }) => handle,
    );
  expect(await mentionsOf({})).toEqual(['anna']);
  expect(await mentionsOf({ inReplyTo: `post-${postId}` })).toEqual(['anna', 'bob', 'eve']);
  const { outboxId } = await send(engine, id, { excludeMentions: [bob], inReplyTo: `post-${postId}` });
  await untilState(engine, outboxId, 'sent');
  expect(listTexts(engine)).toEqual(['@anna @eve On it']);
});

test('who is left out stays with the draft, and comes back with a reply that is taken back', async () => {
  const { engine, id, bob } = await startWithOthers();
  const listDrafts = async () => (await engine.call('drafts.list', { conversationId: id })).items;
  const draft = { conversationId: id, channel: 'public' as const };
  await engine.call('drafts.save', { ...draft, text: 'On', excludeMentions: [bob] });
  await engine.call('drafts.save', { ...draft, text: 'On it' });
  expect(await listDrafts()).toMatchObject([{ text: 'On it', excludeMentions: [bob] }]);
  const { outboxId } = await send(engine, id, { excludeMentions: [bob], undoMs: 60_000 });
  expect(await listDrafts()).toEqual([]);
  await engine.call('outbox.cancel', { id: outboxId });
  expect(await listDrafts()).toMatchObject([{ text: 'On it', excludeMentions: [bob] }]);
  await engine.call('drafts.save', { ...draft, text: 'On it', excludeMentions: [] });
  expect((await listDrafts())[0]).not.toHaveProperty('excludeMentions');
});

test('nothing remains of a post that is erased', async () => {
  const { ctx, capture } = testEngine();
  const message = someMessage({ mentions: [{ id: '77', handle: 'bob' }] });
  await capture([message]);
  expect(listPostMentions(ctx.db, message.xId)).toEqual([{ userId: '77', handle: 'bob', name: 'bob' }]);
  const row = ctx.db.prepare('SELECT id FROM messages').get() as { id: number };
  eraseMessage(ctx.db, row.id, 1);
  expect(listPostMentions(ctx.db, message.xId)).toEqual([]);
});
