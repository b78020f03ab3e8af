import { describe, expect, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { openStore } from '#engine/store/open.ts';
import { getPerson, listPeopleToLookUp, upsertPerson } from '#engine/store/people.ts';
import { run } from '#engine/store/sql.ts';
import { err } from '#shared/result.ts';
import { somePost, someUser } from '../../support/builders.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { startPoller } from './support.ts';

const personOf = async (engine: TestEngine, id: string) => (await engine.call('people.get', { id })).person;

/** An engine that knows Anna (5001) as annadv. */
async function withAnna() {
  const engine = await startTestEngine();
  engine.control.person({ id: '5001', handle: 'annadv', name: 'Anna' });
  const { id } = await openConversation(engine, 'annadv');
  // The newest known mention is read again with every poll; hers is not any more.
  engine.clock.jump(3_600_000);
  await openConversation(engine, 'carla');
  return { engine, id };
}

describe('a handle that somebody else takes over', () => {
  test('leaves its earlier holder, who is looked up again in the same poll cycle', async () => {
    const { engine, id } = await withAnna();
    engine.control.rename({ handle: 'annadv', to: 'anna_de_vries' });
    engine.control.person({ id: '6001', handle: 'annadv', name: 'Stranger' });
    engine.events.length = 0;
    const stranger = await openConversation(engine, 'annadv', 'Hello');
    expect(await personOf(engine, '6001')).toMatchObject({ handle: 'annadv', name: 'Stranger' });
    expect(await personOf(engine, '5001')).toMatchObject({ handle: 'anna_de_vries', name: 'Anna' });
    const changed = engine.events.flatMap((event) =>
      event.name === 'conversations.changed' ? event.params.ids : [],
    );
    expect(changed).toContain(id);
    const found = (text: string) => engine.call('search.quick', { text });
    expect((await found('@AnnaDV')).items[0]?.person.id).toBe('6001');
    expect((await found('anna_de_vries')).items[0]?.id).toBe(id);
    expect(stranger.id).not.toBe(id);
  });

  test('is paid for once, as a lookup of people', async () => {
    const { engine } = await withAnna();
    engine.control.rename({ handle: 'annadv', to: 'anna_de_vries' });
    engine.control.person({ id: '6001', handle: 'annadv' });
    await openConversation(engine, 'annadv', 'Hello');
    await engine.call('capture.pollNow', {});
    const { requests } = engine.control.state();
    expect(requests['GET /2/users']).toBe(1);
    const { sources } = await engine.call('reports.costs', { from: 0, to: engine.clock.now() + 1 });
    expect(sources.find(({ source }) => source === 'people')).toMatchObject({ calls: 1, items: 1 });
  });

  test('and swapped with another one belongs to whom X says', async () => {
    const { engine } = await withAnna();
    engine.control.person({ id: '7001', handle: 'bob' });
    await openConversation(engine, 'bob');
    engine.control.rename({ handle: 'annadv', to: 'between' });
    engine.control.rename({ handle: 'bob', to: 'annadv' });
    engine.control.rename({ handle: 'between', to: 'bob' });
    await openConversation(engine, 'annadv', 'It is Bob');
    expect(await personOf(engine, '7001')).toMatchObject({ handle: 'annadv' });
    expect(await personOf(engine, '5001')).toMatchObject({ handle: 'bob' });
  });

  test('leads to nobody while X does not return the earlier holder, or fails', async () => {
    const { x, poller, db, count } = startPoller();
    x.users.push(someUser('5001', { handle: 'annadv', name: 'Anna' }));
    x.posts.push(somePost({ authorId: '5001' }));
    await poller.pollNow();
    x.users[0] = someUser('6001', { handle: 'ANNADV' });
    x.posts.push(somePost({ authorId: '6001' }));
    await poller.pollNow();
    expect(getPerson(db, '5001')).toMatchObject({ handle: '', name: 'Anna' });
    expect(count('getUsers')).toBe(1);
    await poller.pollNow();
    expect(count('getUsers')).toBe(1);
    x.users[0] = someUser('7001', { handle: 'annadv' });
    upsertPerson(db, x.users[0], 5);
    const getUsers = x.client.getUsers;
    Object.assign(x.client, { getUsers: async () => err({ code: 'offline' }) });
    await poller.pollNow();
    expect(listPeopleToLookUp(db, 10)).toEqual(['6001']);
    Object.assign(x.client, { getUsers });
    x.users[0] = someUser('6001', { handle: 'later' });
    await poller.pollNow();
    expect(getPerson(db, '6001')).toMatchObject({ handle: 'later' });
    expect(listPeopleToLookUp(db, 10)).toEqual([]);
  });

  test('in one page twice belongs to one of the two', () => {
    const db = openTestDb();
    expect(upsertPerson(db, someUser('5001', { handle: 'annadv' }), 1)).toEqual(['5001']);
    expect(upsertPerson(db, someUser('6001', { handle: 'AnnaDV' }), 1).toSorted()).toEqual(['5001', '6001']);
    expect(getPerson(db, '5001')?.handle).toBe('');
    expect(listPeopleToLookUp(db, 10)).toEqual(['5001']);
  });

  test('was the own one: the account takes its new handle from what X returns', async () => {
    const { engine } = await withAnna();
    const { id, handle } = engine.control.state().account;
    engine.control.rename({ handle, to: 'harbour_new' });
    engine.control.person({ id: '8001', handle });
    engine.control.dm({ from: handle, text: 'I have your name' });
    engine.events.length = 0;
    await engine.call('capture.pollNow', {});
    expect((await engine.call('system.info', {})).account).toMatchObject({ id, handle: 'harbour_new' });
    const renamed = { name: 'account.renamed', params: { id, handle: 'harbour_new' } };
    expect(engine.events).toContainEqual(renamed);
    expect(engine.events.map(({ name }) => name)).not.toContain('account.connected');
    expect(await personOf(engine, '8001')).toMatchObject({ handle });
  });

  test('was the own one while Perch was closed: its new handle is emitted at the next start', async () => {
    const { engine } = await withAnna();
    const { id, handle } = engine.control.state().account;
    engine.control.rename({ handle, to: 'harbour_new' });
    engine.events.length = 0;
    await engine.restart();
    await engine.call('capture.pollNow', {});
    expect(engine.events).toContainEqual({ name: 'account.renamed', params: { id, handle: 'harbour_new' } });
    await engine.restart();
    engine.events.length = 0;
    await engine.call('capture.pollNow', {});
    expect(engine.events.map(({ name }) => name)).not.toContain('account.renamed');
  });
});

test('of several holders in an old store the one whom X showed last keeps the handle', async () => {
  const dir = testFolder();
  const old = openStore(dir, { migrations: migrations.filter(({ version }) => version < 12) });
  if (!old.ok) throw new Error('The old store did not open');
  const insert = `INSERT INTO people (x_id, handle, name, first_seen_at, updated_at) VALUES (?, ?, ?, 1, ?)`;
  run(old.value, insert, '5001', 'annadv', 'Anna', 1);
  run(old.value, insert, '6001', 'AnnaDV', 'Stranger', 2);
  run(old.value, insert, '7001', 'bob', 'Bob', 1);
  run(old.value, insert, '8001', '', 'Unknown', 1);
  run(old.value, insert, '8002', '', 'Unknown', 1);
  old.value.close();
  const db = openTestDb(dir);
  const handles = ['5001', '6001', '7001', '8001'].map((id) => getPerson(db, id)?.handle);
  expect(handles).toEqual(['', 'AnnaDV', 'bob', '']);
  expect(listPeopleToLookUp(db, 10)).toEqual(['5001']);
  expect(() => run(db, insert, '9001', 'ANNADV', 'Thief', 3)).toThrow(/UNIQUE/);
});
