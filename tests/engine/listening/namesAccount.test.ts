import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#shared/time.ts';
import { openConversation, startTestEngine } from '../../support/startTestEngine.ts';
import { poll, post, save, textsOf } from './support.ts';

describe('a post that mentions the account', () => {
  test('is captured as a mention only, and billed as one', async () => {
    const engine = await startTestEngine();
    await poll(engine);
    const { id: searchId } = await save(engine, 'parcel', true);
    const { id } = await openConversation(engine, 'anna', 'My parcel is late');
    engine.control.ownPost({ text: 'Every parcel is tracked' });
    const hit = post(engine, 'A parcel that nobody brings');
    await poll(engine);
    expect(await textsOf(engine)).toEqual(['A parcel that nobody brings']);
    const { items } = await engine.call('conversations.list', { view: 'all' });
    expect(items.map((one) => [one.id, one.reason, one.unread])).toEqual([
      [`c${hit.id}`, 'keyword', 1],
      [id, 'mention', 1],
    ]);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + DAY_MS });
    expect(sources.find(({ source }) => source === `search:${searchId}`)?.items).toBe(1);
  });

  test('is excluded by the present handle of the account', async () => {
    const engine = await startTestEngine();
    const { id: accountId } = engine.control.state().account;
    await poll(engine);
    const queryOf = async () => (await engine.call('savedSearches.list', {})).items[0]?.query;
    await save(engine, 'parcel');
    await poll(engine);
    expect(await queryOf()).toBe('parcel -is:retweet -@harbourhelp -from:harbourhelp');
    await engine.restart({}, () => engine.control.person({ id: accountId, handle: 'harbourcare' }));
    engine.control.post({ from: 'anna', text: '@harbourcare My parcel is late' });
    post(engine, 'A parcel that nobody brings');
    await poll(engine);
    expect(await queryOf()).toBe('parcel -is:retweet -@harbourcare -from:harbourcare');
    expect(await textsOf(engine)).toEqual(['A parcel that nobody brings']);
    expect((await engine.call('conversations.counts', {})).counts.all).toBe(1);
  });
});

describe('a post that mentions the account, found by a search for its handle', () => {
  test('is a hit too, and stays a mention', async () => {
    const engine = await startTestEngine();
    await save(engine, '@harbourhelp', true);
    const { id } = await openConversation(engine, 'anna', 'My parcel is late');
    const { items } = await engine.call('listening.list', {});
    expect(items.map(({ takenAs }) => takenAs)).toEqual([id]);
    expect((await engine.call('conversations.get', { id })).conversation).toMatchObject({
      reason: 'mention',
      status: 'new',
    });
  });

  test('becomes a mention even if the search found it first', async () => {
    const engine = await startTestEngine();
    await save(engine, '@harbourhelp', true);
    engine.control.addFault({ kind: 'serverError', match: { method: 'GET', path: 'mentions' }, count: 1 });
    const { id } = await openConversation(engine, 'anna', 'My parcel is late');
    const read = async () => (await engine.call('conversations.get', { id })).conversation;
    expect(await read()).toMatchObject({ reason: 'keyword' });
    expect(await poll(engine)).toMatchObject({ newMessages: 0 });
    expect(await read()).toMatchObject({ reason: 'mention', unread: 1 });
  });
});
