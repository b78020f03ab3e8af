import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '#shared/time.ts';
import { startTestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save, statusOf, textsOf } from './support.ts';

describe('the feed of a saved search', () => {
  test('fetches only what is new', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    for (let n = 0; n < 5; n += 1) {
      post(engine, `parcel ${n}`);
      engine.clock.jump(10 * MINUTE_MS);
    }
    await poll(engine);
    post(engine, 'parcel 5');
    await poll(engine);
    await poll(engine);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY_MS });
    const source = sources.find((one) => one.source === `search:${id}`);
    expect(source).toMatchObject({ calls: 3, usd: 0.03 });
    // The newest post may be fetched again, which is free that day; older ones are not.
    expect(source?.items).toBeLessThanOrEqual(8);
    expect(engine.events.filter(({ name }) => name === 'listening.changed')).toHaveLength(3);
    expect(await statusOf(engine, id)).toMatchObject({
      kind: 'search',
      name: 'parcel',
      gaps: [],
      capturedThrough: engine.clock.now(),
    });
  });

  test('says how many posts are news, but not what the first read or one that takes everything finds', async () => {
    const engine = await startTestEngine();
    const found = () =>
      engine.events.flatMap((event) => (event.name === 'listening.found' ? [event.params] : []));
    await save(engine, 'parcel');
    await save(engine, 'letter', true);
    post(engine, 'parcel 0');
    engine.clock.jump(10 * MINUTE_MS);
    await poll(engine);
    expect(found()).toEqual([]);
    for (const text of ['parcel 1', 'parcel 2', 'letter 1']) post(engine, text);
    await poll(engine);
    await poll(engine);
    expect(found()).toEqual([{ count: 2 }]);
  });

  test.each([
    [6, []],
    [9, [{ reason: 'horizon', recoverable: false, days: 2 }]],
  ])('reports what is missing after %d days away', async (days, gaps) => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'parcel 0');
    await poll(engine);
    const from = engine.clock.now();
    for (let day = 1; day <= days; day += 1) {
      engine.clock.jump(DAY_MS);
      post(engine, `parcel ${day}`);
    }
    engine.clock.jump(MINUTE_MS);
    expect(await poll(engine)).toMatchObject({ failures: [] });
    const shown = Array.from({ length: Math.min(days, 7) }, (_, n) => `parcel ${days - n}`);
    expect((await textsOf(engine)).slice(0, shown.length)).toEqual(shown);
    const status = await statusOf(engine, id);
    const found = status?.gaps.map(({ reason, recoverable, to }) => {
      return { reason, recoverable, days: Math.round((to - from) / DAY_MS) };
    });
    expect(found).toEqual(gaps);
  });

  test('closes the gap of an interrupted poll', async () => {
    const engine = await startTestEngine();
    const { id } = await save(engine, 'parcel');
    post(engine, 'parcel 0');
    await poll(engine);
    engine.clock.jump(MINUTE_MS);
    for (let n = 1; n <= 250; n += 1)
      post(engine, `parcel ${n}`, `person${n % 9}`, { at: engine.clock.now() + n });
    engine.clock.jump(MINUTE_MS);
    const match = { method: 'GET', path: 'search' };
    engine.control.addFault({ kind: 'serverError', match, probability: 0.6, seed: 4, count: 4 });
    const gaps: (string | undefined)[] = [];
    for (let cycle = 0; cycle < 8; cycle += 1) {
      await poll(engine);
      gaps.push((await statusOf(engine, id))?.gaps.map((gap) => `${gap.reason} ${gap.recoverable}`).join());
      engine.clock.jump(20 * MINUTE_MS);
    }
    expect(gaps).toContain('interrupted true');
    expect(gaps.at(-1)).toBe('');
    const { items } = await engine.call('listening.list', { searchId: id, limit: 1_000 });
    expect(items).toHaveLength(251);
  });

  test('respects a rate limit of X', async () => {
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
    const calls = engine.control.state().requests['GET /2/tweets/search/recent'];
    await poll(engine);
    expect(engine.control.state().requests['GET /2/tweets/search/recent']).toBe(calls);
    post(engine, 'My parcel is late');
    engine.clock.jump(16 * MINUTE_MS);
    await poll(engine);
    expect(await textsOf(engine)).toEqual(['My parcel is late']);
  });
});
