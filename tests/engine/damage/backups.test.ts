import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import { listCopies, toCopyTime } from '#engine/store/copies.ts';
import { restoreStore } from '#engine/store/restoreStore.ts';
import { DAY_MS, HOUR_MS } from '#shared/time.ts';
import { overwrite } from '../../support/damagedStore.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { testOptions } from '../../support/testOptions.ts';

const names = async (engine: TestEngine) =>
  (await engine.call('backups.list', {})).items.map(({ name }) => name);
const texts = async (engine: TestEngine) =>
  (await engine.call('search.messages', { text: 'parcel' })).items.map(({ message }) =>
    message.text.replace('@harbourhelp ', ''),
  );

/** A backup with one message; another message and a resolved conversation came later. */
async function withBackup() {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const backup = await engine.call('backups.make', {});
  await engine.clock.advance(HOUR_MS);
  await openConversation(engine, 'bo', 'my parcel too');
  await engine.call('conversations.setStatus', { id, status: 'resolved' });
  return { engine, backup };
}

test('a backup is made when asked for, and two at once are one', async () => {
  const engine = await startTestEngine();
  await openConversation(engine);
  const [first, second] = await Promise.all([
    engine.call('backups.make', {}),
    engine.call('backups.make', {}),
  ]);
  expect(second).toEqual(first);
  expect(await engine.call('backups.list', {})).toEqual({ items: [first] });
  expect(first.bytes).toBeGreaterThan(10_000);
  expect(engine.events).toContainEqual({ name: 'backups.changed', params: {} });
});

test('before it is restored a backup says what is in it, and what is not', async () => {
  const { engine, backup } = await withBackup();
  expect(await engine.call('backups.inspect', { name: backup.name })).toEqual({
    conversations: 1,
    messages: 1,
    newestAt: expect.any(Number),
    missingMessages: 1,
    missingActivities: 1,
  });
});

test('a restored backup brings back its state, and the one of before is a backup itself', async () => {
  const { engine, backup } = await withBackup();
  await engine.restart({ restore: backup.name });
  expect(await texts(engine)).toEqual(['my parcel']);
  expect((await engine.call('conversations.counts', {})).counts).toMatchObject({ queue: 1, resolved: 0 });
  const [present] = await names(engine);
  expect(await names(engine)).toEqual([present, backup.name]);
  const done = { at: backup.at, isDone: true, wayBackAt: toCopyTime(present ?? '') };
  expect((await engine.call('system.info', {})).restored).toEqual(done);

  // Back again, with the message of Bo, which X still has as well.
  await engine.restart({ restore: present });
  expect(await texts(engine)).toEqual(['my parcel too', 'my parcel']);
  expect((await engine.call('conversations.counts', {})).counts).toMatchObject({ queue: 1, resolved: 1 });
  expect(await names(engine)).toHaveLength(3);
});

test('what became of a restore is said until somebody has read it, also after restarts', async () => {
  const { engine, backup } = await withBackup();
  const getRestored = async () => (await engine.call('system.info', {})).restored;
  expect(await getRestored()).toBeUndefined();
  await engine.call('backups.announceRestore', { name: backup.name });
  const notDone = { at: backup.at, isDone: false, wayBackAt: null };
  // Perch was killed before an engine could restore it.
  await engine.restart();
  expect(await getRestored()).toEqual(notDone);
  await engine.restart({ restore: backup.name });
  await engine.restart();
  expect(await getRestored()).toMatchObject({ at: backup.at, isDone: true });

  await engine.call('system.dismissRestored', {});
  expect(engine.events).toContainEqual({ name: 'settings.changed', params: {} });
  await engine.restart();
  expect(await getRestored()).toBeUndefined();
  // What was restored once does not speak for the next time.
  await engine.call('backups.announceRestore', { name: backup.name });
  expect(await getRestored()).toEqual(notDone);
  const gone = 'perch-20200101T000000Z.sqlite';
  expect(await engine.fail('backups.announceRestore', { name: gone })).toEqual({
    code: 'notRestored',
    name: gone,
  });
});

test('a damaged record of a restore says nothing, and a backup that is only read says nothing of its workspace', async () => {
  const { engine, backup } = await withBackup();
  const getRestored = async () => (await engine.call('system.info', {})).restored;
  await engine.call('backups.announceRestore', { name: backup.name });
  await engine.restart({ readOnly: join(engine.dir, 'copies', backup.name) });
  expect(await getRestored()).toBeUndefined();
  expect(await engine.fail('backups.announceRestore', { name: backup.name })).toMatchObject({
    code: 'readOnly',
  });
  await engine.restart();
  expect(await getRestored()).toMatchObject({ isDone: false });
  for (const text of ['', '{"id":', '{"id":1,"at":"x"}', '[]']) {
    writeFileSync(join(engine.dir, 'restore.json'), text);
    expect(await getRestored()).toBeUndefined();
  }
  await engine.call('system.dismissRestored', {});
  expect(existsSync(join(engine.dir, 'restore.json'))).toBe(false);
});

test('a reply that was sent after the backup is not sent again', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const outboxId = await engine.send(id, 'We are on it', 'public', HOUR_MS);
  const backup = await engine.call('backups.make', {});
  await engine.clock.advance(HOUR_MS);
  await expect.poll(async () => (await engine.entry(outboxId))?.status.kind).toBe('sent');
  await engine.restart({ restore: backup.name });
  await engine.clock.advance(10 * 60_000);
  await expect.poll(async () => (await engine.entry(outboxId))?.status.kind).toBe('sent');
  expect(engine.control.state().sentPosts).toHaveLength(1);
});

test('what is no sound backup is not restored, and nothing changes', async () => {
  const { engine, backup } = await withBackup();
  await engine.engine.stop();
  const file = join(engine.dir, 'copies', backup.name);
  overwrite(file, 0, Buffer.alloc(8_192, 0xa5));
  const before = readdirSync(engine.dir).toSorted();
  for (const name of [backup.name, 'perch-20200101T000000Z.sqlite', '../perch.sqlite']) {
    const restored = restoreStore(engine.dir, name, engine.clock.now());
    expect(restored).toEqual({ ok: false, error: { code: 'notRestored', name } });
  }
  expect(readdirSync(engine.dir).toSorted()).toEqual(before);
  const { clock, dir: dataDir } = engine;
  const refused = createEngine({
    ...testOptions,
    pollSeconds: 0,
    timeoutMs: 400,
    dataDir,
    xUrl: null,
    clock,
    log: () => {},
    restore: backup.name,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'notRestored' } });
  await engine.restart();
  expect(await engine.fail('backups.inspect', { name: backup.name })).toEqual({
    code: 'notRestored',
    name: backup.name,
  });
  expect(await texts(engine)).toEqual(['my parcel too', 'my parcel']);
});

test('a damaged workspace is set aside, not taken for a backup', async () => {
  const { engine, backup } = await withBackup();
  await engine.engine.stop();
  overwrite(join(engine.dir, 'perch.sqlite'), 0, Buffer.alloc(8_192, 0xa5));
  await engine.restart({ restore: backup.name });
  expect(await texts(engine)).toEqual(['my parcel']);
  expect(await names(engine)).toEqual([backup.name]);
  expect(readdirSync(engine.dir).filter((name) => name.startsWith('perch-damaged-'))).toHaveLength(1);
});

test('what an engine left that was killed while it copied the store is deleted by the next one', async () => {
  const { engine, backup } = await withBackup();
  const left = [
    ...['', '-journal', '.unfinished', '.damaged-wal'].map((end) => `perch.sqlite.recovered${end}`),
    ...['', '-journal'].map((end) => join('copies', `perch-20261127T144316Z.sqlite.unfinished${end}`)),
  ];
  await engine.restart({}, () => {
    for (const name of left) writeFileSync(join(engine.dir, name), 'somebody who was erased since');
  });
  expect(left.filter((name) => existsSync(join(engine.dir, name)))).toEqual([]);
  expect(await names(engine)).toEqual([backup.name]);
});

test.each([0, 80, 200])(
  'killed %i ms into the check of a backup, only what was checked counts',
  async (ms) => {
    const { engine, backup } = await withBackup();
    await engine.engine.stop();
    const process = spawnEngine(['--data', engine.dir, '--poll-seconds', '0']);
    const copies = join(engine.dir, 'copies');
    const making = process.call('backups.make', {}).catch(() => null);
    await expect.poll(() => readdirSync(copies).length, { timeout: 20_000, interval: 1 }).toBeGreaterThan(1);
    await setTimeout(ms);
    await process.kill();
    await making;
    await engine.restart();
    // One that was left in the middle bears another name.
    const left = await names(engine);
    expect(left).toContain(backup.name);
    for (const name of left)
      expect(await engine.call('backups.inspect', { name })).toMatchObject({ newestAt: expect.any(Number) });
    const made = await engine.call('backups.make', {});
    expect(readdirSync(copies).toSorted()).toEqual([...new Set([...left, made.name])].toSorted());
  },
);

test('a store that the clock puts before its backups still becomes the newest of them', async () => {
  const { engine, backup } = await withBackup();
  await engine.engine.stop();
  expect(restoreStore(engine.dir, backup.name, engine.clock.now() - 30 * DAY_MS)).toMatchObject({ ok: true });
  const [newest, second] = listCopies(engine.dir);
  expect(newest?.at).toBe((second?.at ?? 0) + 1_000);
});

test('a backup that the disk has no room for is refused with the reason', async () => {
  const engine = await startTestEngine();
  writeFileSync(join(engine.dir, 'copies'), '');
  expect(await engine.fail('backups.make', {})).toMatchObject({ code: 'storeUnwritable' });
  expect(existsSync(join(engine.dir, 'perch.sqlite'))).toBe(true);
});
