import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const texts = async (engine: TestEngine) =>
  (await engine.call('search.messages', { text: 'parcel' })).items.map(({ message }) =>
    message.text.replace('@harbourhelp ', ''),
  );

/** The erasures of which something is left to do. */
function countUnfinished(dir: string): unknown {
  const db = new Database(join(dir, 'perch.sqlite'), { readonly: true });
  try {
    return db.prepare('SELECT count(*) FROM erasures WHERE finished_at IS NULL').pluck().get();
  } finally {
    db.close();
  }
}

/** A backup that has Anna and Bo, of whom Anna was erased afterwards. */
async function eraseAfterBackup(deletesBackups = false) {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  await openConversation(engine, 'bo', 'my parcel too');
  const { conversation } = await engine.call('conversations.get', { id });
  const { person } = conversation;
  await engine.clock.advance(HOUR_MS);
  const backup = await engine.call('backups.make', {});
  await engine.clock.advance(HOUR_MS);
  const erased = await engine.call('people.erase', { id: person.id, handle: person.handle, deletesBackups });
  return { engine, backup, erased, person };
}

test('a restored backup does not bring somebody back who was erased since', async () => {
  const { engine, backup, erased, person } = await eraseAfterBackup();
  expect(erased.backups).toBeGreaterThan(0);
  expect(await texts(engine)).toEqual(['my parcel too']);
  engine.events.length = 0;
  await engine.restart({ restore: backup.name });
  expect(await texts(engine)).toEqual(['my parcel too']);
  // The shell empties the picture cache, which may have the picture of somebody whose erasure was killed on its way.
  expect(engine.events).toContainEqual({ name: 'people.erased', params: {} });
  expect(await engine.fail('people.get', { id: person.id })).toMatchObject({ code: 'notFound' });
  expect(engine.logLines.some((line) => line.includes('people.erasedAgain'))).toBe(true);
});

test('X does not bring back what they wrote before, but what they write afterwards', async () => {
  const { engine, person } = await eraseAfterBackup();
  await engine.call('capture.pollNow', {});
  expect(await texts(engine)).toEqual(['my parcel too']);
  await engine.clock.advance(HOUR_MS);
  await openConversation(engine, 'anna', 'another parcel');
  expect((await texts(engine)).toSorted()).toEqual(['another parcel', 'my parcel too']);
  await engine.restart();
  expect(await texts(engine)).toContain('another parcel');
  expect((await engine.call('people.get', { id: person.id })).messageCount).toBe(1);
});

test('backups from before go if that is wished, once there is a new one', async () => {
  const { engine, backup, erased } = await eraseAfterBackup(true);
  const left = readdirSync(join(engine.dir, 'copies'));
  expect(left).toHaveLength(1);
  expect(left).not.toContain(backup.name);
  expect(erased.backups).toBe(1);
  await engine.restart({ restore: left[0] });
  expect(await texts(engine)).toEqual(['my parcel too']);
  expect(existsSync(join(engine.dir, 'erasures.json'))).toBe(true);
});

test('the new one has nobody who was erased, also if another was being made', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const { person } = (await engine.call('conversations.get', { id })).conversation;
  const folder = join(engine.dir, 'copies');
  const making = engine.call('backups.make', {});
  const copied = () => readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  await expect.poll(copied, { interval: 1 }).toEqual([statSync(join(engine.dir, 'perch.sqlite')).size]);
  await engine.call('people.erase', { id: person.id, handle: person.handle, deletesBackups: true });
  await making;
  const [name = '', ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  const db = new Database(join(folder, name), { readonly: true });
  expect(db.prepare('SELECT handle FROM people').pluck().all()).not.toContain(person.handle);
  db.close();
});

test('restoring the new one later keeps the way back', async () => {
  const { engine } = await eraseAfterBackup(true);
  const [name] = readdirSync(join(engine.dir, 'copies'));
  await engine.clock.advance(HOUR_MS);
  await openConversation(engine, 'cleo', 'another parcel');
  await engine.restart({ restore: name });
  await expect.poll(() => countUnfinished(engine.dir)).toBe(0);
  const { items } = await engine.call('backups.list', {});
  expect(items.map((backup) => backup.name)).toEqual([expect.any(String), name]);
  const [wayBack] = items;
  expect((await engine.call('system.info', {})).restored?.wayBackAt).toBe(wayBack?.at);
});

test('they go from the folder on another disk, too, once that is there', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine, 'anna', 'my parcel');
  const { person } = (await engine.call('conversations.get', { id })).conversation;
  const folder = testFolder();
  await engine.call('backups.updateSettings', { folder });
  const below = join(folder, `perch-${basename(engine.dir)}`);
  const before = readdirSync(below);
  renameSync(folder, `${folder}-away`);
  await engine.clock.advance(HOUR_MS);
  const erase = { id: person.id, handle: person.handle, deletesBackups: true };
  expect(await engine.call('people.erase', erase)).toMatchObject({ backups: 1 });
  renameSync(`${folder}-away`, folder);
  expect(readdirSync(below)).toEqual(before);
  await engine.clock.advance(HOUR_MS);
  await engine.restart();
  await expect.poll(() => readdirSync(below)).not.toContain(before[0]);
  expect(readdirSync(below)).toHaveLength(1);
});

test('a damaged record of who was erased is kept and said, until it is deleted', async () => {
  const { engine } = await eraseAfterBackup();
  const file = join(engine.dir, 'erasures.json');
  expect((await engine.call('system.info', {})).isLedgerDamaged).toBeUndefined();
  await engine.restart({}, () => writeFileSync(file, '{"key":"no'));
  expect(await engine.call('system.info', {})).toMatchObject({ isLedgerDamaged: true });
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{"key":"no');
  await engine.restart({}, () => rmSync(`${file}.damaged`));
  expect((await engine.call('system.info', {})).isLedgerDamaged).toBeUndefined();
});
