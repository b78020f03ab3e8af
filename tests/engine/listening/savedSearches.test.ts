import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, until } from '../../support/startTestEngine.ts';
import { poll, post, save, terms, textsOf } from './support.ts';

describe('a saved search', () => {
  test('is saved with its query, updated and removed', async () => {
    const engine = await startTestEngine();
    const late = await save(engine, 'late');
    engine.clock.jump(MINUTE_MS);
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

  test('that does not exist cannot be updated, removed or listed', async () => {
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

  test('needs a search term, and a query that X accepts', async () => {
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

test('a new search is polled soon, at night too', async () => {
  const engine = await startTestEngine({ pollSeconds: null });
  await poll(engine);
  post(engine, 'My parcel is late');
  await save(engine, 'parcel');
  await engine.clock.advance(2_000);
  await until('the hit is stored', async () => (await textsOf(engine)).length === 1);
});

describe('a preview', () => {
  test('shows current posts, and estimates what the search would bring and cost', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    for (let n = 0; n < 14; n += 1)
      post(engine, `parcel ${n}`, 'bea', { at: engine.clock.now() - n * 12 * HOUR_MS });
    engine.control.ownPost({ text: 'Every parcel is tracked' });
    const preview = await engine.call('savedSearches.preview', { terms: terms('parcel') });
    expect(preview.query).toBe('parcel -is:retweet -@harbourhelp -from:harbourhelp');
    expect(preview.sample).toHaveLength(14);
    expect(preview.sample[0]).toMatchObject({ text: 'parcel 0', author: { handle: 'bea' }, context: false });
    expect(preview.hitsPerDay).toBeCloseTo(2, 5);
    expect(preview.usdPerMonth).toBeCloseTo(((14 + 14 * 7) / 7) * 30 * 0.005, 5);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(1);
    expect(await textsOf(engine)).toEqual([]);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY_MS });
    expect(sources).toContainEqual({ source: 'preview', calls: 1, items: 14, usd: 0.07 });
  });

  test('estimates a busy search from its newest posts', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    const start = engine.clock.now();
    for (let n = 0; n < 60; n += 1) post(engine, `parcel ${n}`, 'bea', { at: start - n * MINUTE_MS });
    const { sample, hitsPerDay } = await engine.call('savedSearches.preview', { terms: terms('parcel') });
    expect(sample).toHaveLength(25);
    expect(hitsPerDay).toBeCloseTo((25 * 24 * 60) / 24, 0);
  });

  test('that finds nothing costs nothing', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    expect(await engine.call('savedSearches.preview', { terms: terms('parcel') })).toEqual({
      query: 'parcel -is:retweet -@harbourhelp -from:harbourhelp',
      sample: [],
      hitsPerDay: 0,
      usdPerMonth: 0,
    });
  });
});
