import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save, statusOf, terms, textsOf } from './support.ts';

describe('a hit', () => {
  test.each(['old', 'new'] as const)(
    'is found with the %s field names of X and is in nobody’s queue',
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

  test('of two searches is listed once, with both', async () => {
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

  test('is listed page by page, newest first', async () => {
    const engine = await startTestEngine();
    await save(engine, 'parcel');
    for (let n = 0; n < 7; n += 1) {
      post(engine, `parcel ${n}`);
      engine.clock.jump(MINUTE_MS);
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

  test('stays when its search is removed, which is not polled any more', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'My parcel is late');
    await poll(engine);
    await engine.call('savedSearches.remove', { id });
    const calls = engine.control.state().requests['GET /2/tweets/search/recent'];
    post(engine, 'Another parcel');
    await poll(engine);
    expect(await textsOf(engine)).toEqual(['My parcel is late']);
    expect(await textsOf(engine, id)).toEqual(['My parcel is late']);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(calls);
    expect(await statusOf(engine, id)).toBeUndefined();
  });

  test('from before a query was changed is found by the new query', async () => {
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

test('a hit that nobody took is checked while X’s search shows it, and becomes a tombstone when it is deleted', async () => {
  const engine = await startTestEngine();
  await save(engine, 'parcel');
  const { id } = post(engine, 'My parcel is late');
  post(engine, 'Another parcel', 'cem');
  const lookUps = () => engine.control.state().requests['GET /2/tweets'] ?? 0;
  await poll(engine);
  engine.control.deletePost({ id });
  engine.clock.jump(DAY_MS);
  await poll(engine);
  const { items } = await engine.call('listening.list', {});
  expect(items.map(({ message }) => [message.text, message.deletedAt !== null])).toEqual([
    ['Another parcel', false],
    ['', true],
  ]);
  expect(await engine.fail('listening.take', { messageId: `post-${id}` })).toMatchObject({
    code: 'notFound',
  });
  engine.clock.jump(8 * DAY_MS);
  const before = lookUps();
  await poll(engine);
  expect(lookUps()).toBe(before);
});
