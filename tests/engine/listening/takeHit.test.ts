import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { kindsOfActivities, poll, post, save, terms } from './support.ts';

describe('taking a hit', () => {
  test('opens a conversation with its author for the reason keyword, once', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel');
    const { id } = post(engine, 'My parcel is late');
    await poll(engine);
    const messageId = `post-${id}`;
    const taken = await engine.call('listening.take', { messageId });
    expect(taken).toEqual({ conversationId: `c${id}` });
    expect(await engine.call('listening.take', { messageId })).toEqual(taken);
    const { conversation, messages } = await engine.call('conversations.get', { id: taken.conversationId });
    expect(conversation).toMatchObject({
      reason: 'keyword',
      status: 'new',
      unread: 1,
      person: { handle: 'bea' },
    });
    expect(messages).toMatchObject([{ text: 'My parcel is late', context: false }]);
    expect((await engine.call('conversations.counts', {})).counts.queue).toBe(1);
    expect(await kindsOfActivities(engine, taken.conversationId)).toEqual(['conversationOpened', 'hitTaken']);
    expect((await engine.call('listening.list', {})).items[0]).toMatchObject({
      takenAs: taken.conversationId,
    });
    expect(engine.events.filter(({ name }) => name === 'conversations.opened')).toHaveLength(1);
    await poll(engine);
    expect((await engine.call('conversations.counts', {})).counts).toMatchObject({ all: 1, queue: 1 });
  });

  test('joins the open conversation of its author, and shows the post that it replies to', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel');
    const { id } = await openConversation(engine, 'bea', 'Hello?');
    engine.clock.jump(MINUTE_MS);
    const parent = post(engine, 'Who else waits?', 'cem');
    engine.clock.jump(MINUTE_MS);
    const hit = post(engine, 'My parcel is late', 'bea', { replyToId: parent.id });
    await poll(engine);
    expect(await engine.call('listening.take', { messageId: `post-${hit.id}` })).toEqual({
      conversationId: id,
    });
    const { messages } = await engine.call('conversations.get', { id });
    expect(messages.map(({ text, context }) => [text.replace(/^@\w+ /, ''), context])).toEqual([
      ['Hello?', false],
      ['Who else waits?', true],
      ['My parcel is late', false],
    ]);
    expect(await kindsOfActivities(engine, id)).toEqual(['conversationOpened', 'hitTaken']);
  });

  test('fails for a message that no search found', async () => {
    const engine = await startTestEngine();
    const { postId } = await openConversation(engine, 'anna', 'Where is it?');
    for (const messageId of [`post-${postId}`, 'post-1', 'dm-1']) {
      expect(await engine.fail('listening.take', { messageId })).toMatchObject({
        code: 'notFound',
        what: 'message',
      });
    }
  });

  test('happens at once if the search takes all hits', async () => {
    const engine = await startTestEngine();
    const { id: searchId } = await save(engine, 'parcel', true);
    const { id } = post(engine, 'My parcel is late');
    expect(await poll(engine)).toMatchObject({ newMessages: 1 });
    const { conversation } = await engine.call('conversations.get', { id: `c${id}` });
    expect(conversation).toMatchObject({ reason: 'keyword', status: 'new' });
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    const search = { id: searchId, name: 'parcel', terms: terms('parcel'), takesAll: false };
    await engine.call('savedSearches.save', search);
    engine.clock.jump(MINUTE_MS);
    post(engine, 'Another parcel', 'cem');
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    expect((await engine.call('listening.list', {})).items.map(({ takenAs }) => takenAs)).toEqual([
      null,
      `c${id}`,
    ]);
  });

  test('does not happen to hits from before the search took all', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'My parcel is late');
    await poll(engine);
    const search = { id, name: 'parcel', terms: terms('parcel'), takesAll: true };
    await engine.call('savedSearches.save', search);
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    engine.clock.jump(1_000);
    post(engine, 'Another parcel', 'cem');
    expect(await poll(engine)).toMatchObject({ newMessages: 1 });
    const { items } = await engine.call('listening.list', {});
    expect(items.map(({ takenAs }) => takenAs !== null)).toEqual([true, false]);
  });
});
