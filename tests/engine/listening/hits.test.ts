import { describe, expect, test } from 'vitest';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { DAY, kindsOfActivities, MINUTE, poll, post, save, statusOf, terms, textsOf } from './support.ts';

describe('a hit', () => {
  test.each(['old', 'new'] as const)(
    'is found in the %s naming and waits in nobody’s queue',
    async (names) => {
      const engine = await startTestEngine({}, { names });
      const { id } = await save(engine, 'parcel');
      post(engine, 'My parcel is late');
      post(engine, 'Nothing to see');
      engine.control.ownPost({ text: 'Every parcel is tracked' });
      expect(await poll(engine)).toMatchObject({ newMessages: 0, failures: [] });
      const { items } = await engine.call('listening.list', {});
      expect(items).toMatchObject([
        {
          message: { text: 'My parcel is late', author: { handle: 'bea' }, conversationId: null },
          searchIds: [id],
          takenAs: null,
        },
      ]);
      expect((await engine.call('conversations.counts', {})).counts.all).toBe(0);
      expect((await engine.call('savedSearches.list', {})).items[0]?.hits).toBe(1);
      expect(engine.events.filter(({ name }) => name === 'listening.changed').length).toBeGreaterThan(1);
    },
  );

  test('of two searches stands once, with both', async () => {
    const engine = await startTestEngine();
    const parcel = await save(engine, 'parcel');
    engine.clock.jump(1);
    const late = await save(engine, 'late');
    post(engine, 'My parcel is late');
    post(engine, 'Late again', 'cem');
    await poll(engine);
    await poll(engine);
    const { items } = await engine.call('listening.list', {});
    expect(items.map(({ searchIds }) => searchIds.toSorted())).toEqual([
      [late.id],
      [parcel.id, late.id].toSorted(),
    ]);
    expect(await textsOf(engine, parcel.id)).toEqual(['My parcel is late']);
    expect(await textsOf(engine, late.id)).toEqual(['Late again', 'My parcel is late']);
  });

  test('is listed page by page, the newest first', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel');
    for (let n = 0; n < 7; n += 1) {
      post(engine, `parcel ${n}`);
      engine.clock.jump(MINUTE);
    }
    await poll(engine);
    const texts: string[] = [];
    let after: string | undefined;
    do {
      const page = await engine.call('listening.list', { limit: 3, ...(after ? { after } : {}) });
      texts.push(...page.items.map(({ message }) => message.text));
      after = page.next;
    } while (after !== undefined);
    expect(texts).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `parcel ${n}`));
    expect(await engine.fail('listening.list', { after: 'x' })).toMatchObject({
      code: 'invalid',
      path: 'after',
    });
  });

  test('stays when its search is removed, which is asked for no more', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'My parcel is late');
    await poll(engine);
    await engine.call('savedSearches.remove', { id });
    const asked = engine.control.state().requests['GET /2/tweets/search/recent'];
    post(engine, 'Another parcel');
    await poll(engine);
    expect(await textsOf(engine)).toEqual(['My parcel is late']);
    expect(await textsOf(engine, id)).toEqual(['My parcel is late']);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(asked);
    expect(await statusOf(engine, id)).toBeUndefined();
  });

  test('that mentions the account is a mention and stays one', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel', true);
    const { id } = await openConversation(engine, 'anna', 'My parcel is late');
    const { items } = await engine.call('listening.list', {});
    expect(items.map(({ takenAs }) => takenAs)).toEqual([id]);
    expect((await engine.call('conversations.get', { id })).conversation).toMatchObject({
      reason: 'mention',
      status: 'new',
    });
  });

  test('is found again by a search with another query from its beginning', async () => {
    const engine = await startTestEngine();
    const search = await save(engine, 'parcel');
    post(engine, 'The order is lost');
    await poll(engine);
    expect(await textsOf(engine)).toEqual([]);
    await engine.call('savedSearches.save', { id: search.id, name: 'Lost', terms: terms('lost') });
    await poll(engine);
    expect(await textsOf(engine, search.id)).toEqual(['The order is lost']);
  });
});

describe('taking a hit', () => {
  test('opens a conversation of its author for a keyword, once', async () => {
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

  test('joins what its author has open, and shows the post that it answers', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel');
    const { id } = await openConversation(engine, 'bea', 'Hello?');
    engine.clock.jump(MINUTE);
    const asked = post(engine, 'Who else waits?', 'cem');
    engine.clock.jump(MINUTE);
    const hit = post(engine, 'My parcel is late', 'bea', { replyToId: asked.id });
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

  test('is not possible for what no search found', async () => {
    const engine = await startTestEngine();
    const { postId } = await openConversation(engine, 'anna', 'Where is it?');
    for (const messageId of [`post-${postId}`, 'post-1', 'dm-1']) {
      expect(await engine.fail('listening.take', { messageId })).toMatchObject({
        code: 'notFound',
        what: 'message',
      });
    }
  });

  test('is done at once by a search that takes all it finds', async () => {
    const engine = await startTestEngine();
    const { id: searchId } = await save(engine, 'parcel', true);
    const { id } = post(engine, 'My parcel is late');
    expect(await poll(engine)).toMatchObject({ newMessages: 1 });
    const { conversation } = await engine.call('conversations.get', { id: `c${id}` });
    expect(conversation).toMatchObject({ reason: 'keyword', status: 'new' });
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    const search = { id: searchId, name: 'parcel', terms: terms('parcel'), takesAll: false };
    await engine.call('savedSearches.save', search);
    engine.clock.jump(MINUTE);
    post(engine, 'Another parcel', 'cem');
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    expect((await engine.call('listening.list', {})).items.map(({ takenAs }) => takenAs)).toEqual([
      null,
      `c${id}`,
    ]);
  });

  test('is not done for what was found before the search took everything', async () => {
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

  test('before the mentions tell of it, it is a mention after', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel', true);
    engine.control.addFault({ kind: 'serverError', match: { method: 'GET', path: 'mentions' }, count: 1 });
    const { id } = await openConversation(engine, 'anna', 'My parcel is late');
    const read = async () => (await engine.call('conversations.get', { id })).conversation;
    expect(await read()).toMatchObject({ reason: 'keyword' });
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    expect(await read()).toMatchObject({ reason: 'mention', unread: 1 });
  });
});

test('a hit that nobody took is checked while X’s search shows it, and is a tombstone when it is gone', async () => {
  const engine = await startTestEngine();
  await save(engine, 'parcel');
  const { id } = post(engine, 'My parcel is late');
  post(engine, 'Another parcel', 'cem');
  const lookUps = () => engine.control.state().requests['GET /2/tweets'] ?? 0;
  await poll(engine);
  engine.control.deletePost({ id });
  engine.clock.jump(DAY);
  await poll(engine);
  const { items } = await engine.call('listening.list', {});
  expect(items.map(({ message }) => [message.text, message.deletedAt !== null])).toEqual([
    ['Another parcel', false],
    ['', true],
  ]);
  expect(await engine.fail('listening.take', { messageId: `post-${id}` })).toMatchObject({
    code: 'notFound',
  });
  engine.clock.jump(8 * DAY);
  const before = lookUps();
  await poll(engine);
  expect(lookUps()).toBe(before);
});
