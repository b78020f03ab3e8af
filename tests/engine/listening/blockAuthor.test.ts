import { describe, expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save, textsOf } from './support.ts';

async function withHits(takesAll = false) {
  const engine = await startTestEngine();
  const { id: searchId } = await save(engine, 'parcel', takesAll);
  post(engine, 'parcel of bea', 'bea');
  post(engine, 'parcel of cem', 'cem');
  await poll(engine);
  const { items } = await engine.call('listening.list', {});
  const bea = items.find(({ message }) => message.author.handle === 'bea')?.message.author.id ?? '';
  return { engine, searchId, bea };
}

const counts = (engine: TestEngine) => engine.call('listening.counts', {});
const countsOf = (engine: TestEngine, name: string) =>
  engine.events.filter((event) => event.name === name).length;

describe('a blocked author', () => {
  test('leaves the list and the counts, with hidden posts too', async () => {
    const { engine, bea } = await withHits();
    const [, first] = (await engine.call('listening.list', {})).items;
    await engine.call('listening.hide', { messageId: first?.message.id ?? '' });
    await engine.call('listening.block', { personId: bea });
    expect(await textsOf(engine)).toEqual(['parcel of cem']);
    expect((await engine.call('listening.list', { withHidden: true })).items).toHaveLength(1);
    expect(await counts(engine)).toEqual({ unread: 1, hidden: 0 });
    expect(await engine.call('listening.blocked', {})).toEqual({
      items: [{ id: bea, handle: 'bea', name: expect.any(String), since: expect.any(Number) }],
    });
  });

  test('never enters it, and nobody is alerted', async () => {
    const { engine, searchId, bea } = await withHits();
    await engine.call('listening.block', { personId: bea });
    const alerts = countsOf(engine, 'listening.found');
    post(engine, 'another parcel', 'bea');
    await poll(engine);
    expect(await textsOf(engine, searchId)).toEqual(['parcel of cem']);
    expect(countsOf(engine, 'listening.found')).toBe(alerts);
  });

  test('is back with all posts, as they were, once that is taken back', async () => {
    const { engine, bea } = await withHits();
    await engine.call('listening.block', { personId: bea });
    post(engine, 'another parcel', 'bea');
    await poll(engine);
    await engine.call('listening.block', { personId: bea, blocked: false });
    expect(await textsOf(engine)).toEqual(['another parcel', 'parcel of cem', 'parcel of bea']);
    expect((await counts(engine)).unread).toBe(3);
    expect((await engine.call('listening.blocked', {})).items).toEqual([]);
  });

  test('is in nobody’s queue because of a search that takes everything, but is when mentioning the account', async () => {
    const { engine, bea } = await withHits(true);
    expect((await engine.call('conversations.counts', {})).counts.queue).toBe(2);
    await engine.call('listening.block', { personId: bea });
    await engine.call('savedSearches.save', {
      name: 'other',
      terms: { all: ['other'], any: [], phrases: [], hashtags: [], none: [], lang: null },
      takesAll: true,
    });
    post(engine, 'other parcel', 'dan');
    post(engine, 'other thing', 'bea');
    await poll(engine);
    const texts = async () =>
      (await engine.call('conversations.list', { view: 'queue' })).items.map(
        ({ lastMessage }) => lastMessage?.text,
      );
    expect((await texts()).toSorted()).toEqual(['other parcel', 'parcel of bea', 'parcel of cem']);
    engine.control.mention({ from: 'bea', text: 'Where is it?' });
    await poll(engine);
    expect(await texts()).toContainEqual(expect.stringContaining('Where is it?'));
  });

  test('is recorded once, and has to be known', async () => {
    const { engine, bea } = await withHits();
    const before = countsOf(engine, 'listening.changed');
    await engine.call('listening.block', { personId: bea });
    await engine.call('listening.block', { personId: bea });
    expect(countsOf(engine, 'listening.changed')).toBe(before + 1);
    expect(await engine.fail('listening.block', { personId: '404' })).toMatchObject({
      code: 'notFound',
      what: 'person',
    });
  });

  test('is in what is exported about a person, and is erased with them', async () => {
    const { engine, bea } = await withHits();
    await engine.call('listening.block', { personId: bea });
    expect((await engine.call('people.export', { id: bea })).content).toContain('blocked_authors');
    await engine.call('people.erase', { id: bea, handle: 'bea' });
    expect((await engine.call('listening.blocked', {})).items).toEqual([]);
  });
});
