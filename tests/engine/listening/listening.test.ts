import { describe, expect, test } from 'vitest';
import type { SearchTerms } from '../../../shared/domain/savedSearch.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const terms = (...all: string[]): SearchTerms => ({
  all,
  any: [],
  phrases: [],
  hashtags: [],
  none: [],
  lang: null,
});

const save = (engine: TestEngine, word: string, takesAll = false) =>
  engine.call('savedSearches.save', { name: word, terms: terms(word), takesAll });

/** Somebody's post that does not name the account. */
const post = (engine: TestEngine, text: string, from = 'bea', more: object = {}) =>
  engine.control.post({ from, text, ...more });

async function textsOf(engine: TestEngine, searchId?: string): Promise<string[]> {
  const { items } = await engine.call('listening.list', searchId === undefined ? {} : { searchId });
  return items.map(({ message }) => message.text);
}

const poll = (engine: TestEngine) => engine.call('capture.pollNow', {});

async function statusOf(engine: TestEngine, searchId: string) {
  const { sources } = await engine.call('capture.status', {});
  return sources.find(({ id }) => id === `search:${searchId}`);
}

async function kindsOfActivities(engine: TestEngine, id: string): Promise<string[]> {
  const { activities } = await engine.call('conversations.get', { id });
  return activities.map(({ kind }) => kind);
}

describe('a saved search', () => {
  test('is kept with its query, changed and removed', async () => {
    const engine = await startTestEngine();
    const late = await save(engine, 'late');
    engine.clock.jump(MINUTE);
    const lost = await save(engine, 'lost');
    expect(late).toMatchObject({ name: 'late', query: 'late -is:retweet', takesAll: false, hits: 0 });
    const changed = { id: late.id, name: 'Too late', terms: terms('too', 'late'), takesAll: true };
    expect(await engine.call('savedSearches.save', changed)).toMatchObject({
      ...changed,
      query: 'too late -is:retweet',
      createdAt: late.createdAt,
    });
    const { items } = await engine.call('savedSearches.list', {});
    expect(items.map(({ name }) => name)).toEqual(['lost', 'Too late']);
    await engine.restart();
    await engine.call('savedSearches.remove', { id: lost.id });
    expect((await engine.call('savedSearches.list', {})).items.map(({ id }) => id)).toEqual([late.id]);
    expect(engine.events.filter(({ name }) => name === 'listening.changed')).toHaveLength(4);
  });

  test('that is not there cannot be changed, removed or listed', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'late');
    await engine.call('savedSearches.remove', { id });
    const missing = { code: 'notFound', what: 'savedSearch', id };
    expect(await engine.fail('savedSearches.remove', { id })).toEqual(missing);
    expect(await engine.fail('savedSearches.save', { id, name: 'late', terms: terms('late') })).toEqual(
      missing,
    );
    expect(await engine.fail('listening.list', { searchId: 'none' })).toMatchObject({ code: 'notFound' });
  });

  test('needs something to look for, and a query that X takes', async () => {
    const engine = await startTestEngine();
    expect(await engine.fail('savedSearches.save', { name: 'none', terms: terms() })).toMatchObject({
      code: 'invalid',
    });
    const long = terms(...Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(40, 'x')));
    expect(await engine.fail('savedSearches.preview', { terms: long })).toMatchObject({
      code: 'queryTooLong',
    });
    expect(engine.simulator.control.state().requests).not.toHaveProperty('GET /2/tweets/search/recent');
  });
});

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

describe('the ledger of a search', () => {
  test('asks only for what is new', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    for (let n = 0; n < 5; n += 1) {
      post(engine, `parcel ${n}`);
      engine.clock.jump(10 * MINUTE);
    }
    await poll(engine);
    post(engine, 'parcel 5');
    await poll(engine);
    await poll(engine);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY });
    const source = sources.find((one) => one.source === `search:${id}`);
    expect(source).toMatchObject({ calls: 3, usd: 0.03 });
    // The newest post may be told again, which costs nothing; the older ones are not.
    expect(source?.items).toBeLessThanOrEqual(8);
    expect(engine.events.filter(({ name }) => name === 'listening.changed')).toHaveLength(3);
    expect(await statusOf(engine, id)).toMatchObject({
      kind: 'search',
      name: 'parcel',
      gaps: [],
      capturedThrough: engine.clock.now(),
    });
  });

  test.each([
    [6, []],
    [9, [{ reason: 'horizon', recoverable: false, days: 2 }]],
  ])('tells what is missing after %d days away', async (days, gaps) => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'parcel 0');
    await poll(engine);
    const from = engine.clock.now();
    for (let day = 1; day <= days; day += 1) {
      engine.clock.jump(DAY);
      post(engine, `parcel ${day}`);
    }
    engine.clock.jump(MINUTE);
    expect(await poll(engine)).toMatchObject({ failures: [] });
    const shown = Array.from({ length: Math.min(days, 7) }, (_, n) => `parcel ${days - n}`);
    expect((await textsOf(engine)).slice(0, shown.length)).toEqual(shown);
    const status = await statusOf(engine, id);
    const found = status?.gaps.map(({ reason, recoverable, to }) => {
      return { reason, recoverable, days: Math.round((to - from) / DAY) };
    });
    expect(found).toEqual(gaps);
  });

  test('closes what a broken round left', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'parcel 0');
    await poll(engine);
    engine.clock.jump(MINUTE);
    for (let n = 1; n <= 250; n += 1)
      post(engine, `parcel ${n}`, `person${n % 9}`, { at: engine.clock.now() + n });
    engine.clock.jump(MINUTE);
    const match = { method: 'GET', path: 'search' };
    engine.control.addFault({ kind: 'serverError', match, probability: 0.6, seed: 4, count: 4 });
    const gaps: (string | undefined)[] = [];
    for (let round = 0; round < 8; round += 1) {
      await poll(engine);
      gaps.push((await statusOf(engine, id))?.gaps.map((gap) => `${gap.reason} ${gap.recoverable}`).join());
      engine.clock.jump(20 * MINUTE);
    }
    expect(gaps).toContain('interrupted true');
    expect(gaps.at(-1)).toBe('');
    const { items } = await engine.call('listening.list', { searchId: id, limit: 1_000 });
    expect(items).toHaveLength(251);
  });

  test('keeps to the limit that X names', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    engine.control.addFault({
      kind: 'rateLimited',
      shape: 'problem',
      headers: 'right',
      match: { path: 'search' },
    });
    expect((await poll(engine)).failures).toMatchObject([
      { source: `search:${id}`, error: { code: 'rateLimited' } },
    ]);
    const asked = engine.control.state().requests['GET /2/tweets/search/recent'];
    await poll(engine);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(asked);
    post(engine, 'My parcel is late');
    engine.clock.jump(16 * MINUTE);
    await poll(engine);
    expect(await textsOf(engine)).toEqual(['My parcel is late']);
  });
});

test('a new search is asked for soon, also at night', async () => {
  const engine = await startTestEngine({ pollSeconds: null });
  await poll(engine);
  post(engine, 'My parcel is late');
  await save(engine, 'parcel');
  await engine.clock.advance(2_000);
  await until('the hit is there', async () => (await textsOf(engine)).length === 1);
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

describe('a preview', () => {
  test('shows what is there, and what it would bring and cost', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    for (let n = 0; n < 14; n += 1)
      post(engine, `parcel ${n}`, 'bea', { at: engine.clock.now() - n * 12 * HOUR });
    engine.control.ownPost({ text: 'Every parcel is tracked' });
    const preview = await engine.call('savedSearches.preview', { terms: terms('parcel') });
    expect(preview.query).toBe('parcel -is:retweet');
    expect(preview.sample).toHaveLength(14);
    expect(preview.sample[0]).toMatchObject({ text: 'parcel 0', author: { handle: 'bea' }, context: false });
    expect(preview.hitsPerDay).toBeCloseTo(2, 5);
    expect(preview.usdPerMonth).toBeCloseTo(((15 + 14 * 7) / 7) * 30 * 0.005, 5);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(1);
    expect(await textsOf(engine)).toEqual([]);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY });
    expect(sources).toContainEqual({ source: 'preview', calls: 1, items: 15, usd: 0.075 });
  });

  test('judges a busy search by the newest posts', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    const start = engine.clock.now();
    for (let n = 0; n < 60; n += 1) post(engine, `parcel ${n}`, 'bea', { at: start - n * MINUTE });
    const { sample, hitsPerDay } = await engine.call('savedSearches.preview', { terms: terms('parcel') });
    expect(sample).toHaveLength(25);
    expect(hitsPerDay).toBeCloseTo((25 * 24 * 60) / 24, 0);
  });

  test('of nothing costs nothing', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    expect(await engine.call('savedSearches.preview', { terms: terms('parcel') })).toEqual({
      query: 'parcel -is:retweet',
      sample: [],
      hitsPerDay: 0,
      usdPerMonth: 0,
    });
  });
});
