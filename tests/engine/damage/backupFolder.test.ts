import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeCopy } from '#engine/store/copies.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { overwrite } from '../../support/damagedStore.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { expectPermissions } from '../../support/platform.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../../support/startTestEngine.ts';

/** Where the backups of this engine are in a chosen folder. */
const below = (folder: string, engine: TestEngine) => join(folder, `perch-${basename(engine.dir)}`);

/** An engine with a message that backs up into a folder, too. */
async function withFolder() {
  const engine = await startTestEngine();
  await openConversation(engine, 'anna', 'my parcel');
  const folder = testFolder();
  const settings = await engine.call('backups.updateSettings', { folder });
  return { engine, folder, settings };
}

test('a folder that is chosen gets a backup at once, and each later one', async () => {
  const { engine, folder, settings } = await withFolder();
  const [first] = (await engine.call('backups.list', {})).items;
  expect(settings).toEqual({ every: 'day', folder, newestInFolderAt: first?.at, folderError: null });
  expect(readdirSync(below(folder, engine))).toEqual([first?.name]);
  expectPermissions(join(below(folder, engine), first?.name ?? ''), 0o600);
  await engine.clock.advance(DAY_MS + HOUR_MS);
  await until('the second one is there', () => readdirSync(below(folder, engine)).length === 2);
  expect(await engine.call('backups.settings', {})).toMatchObject({ folderError: null });
});

test('what an engine left in the folder that was killed while it copied is deleted with the next copy', async () => {
  const { engine, folder } = await withFolder();
  const left = join(below(folder, engine), 'perch-20261101T090000Z.sqlite.unfinished');
  writeFileSync(left, 'somebody who was erased since');
  await engine.clock.advance(HOUR_MS);
  await engine.call('backups.make', {});
  await until('it is copied', () => readdirSync(below(folder, engine)).length === 2);
  expect(existsSync(left)).toBe(false);
});

test('a folder that cannot be written is refused, and the one of before stays', async () => {
  const { engine, folder } = await withFolder();
  const file = join(testFolder(), 'no folder');
  writeFileSync(file, '');
  for (const wrong of [file, join(folder, 'gone')])
    expect(await engine.fail('backups.updateSettings', { folder: wrong })).toMatchObject({
      code: 'fileNotSaved',
      file: wrong,
    });
  expect(await engine.fail('backups.updateSettings', { folder: 'copies' })).toMatchObject({
    code: 'invalid',
  });
  expect(await engine.call('backups.settings', {})).toMatchObject({ folder });
});

test('a disk that is away is said, and gets what it missed once it is back', async () => {
  const { engine, folder } = await withFolder();
  const away = `${folder}-away`;
  renameSync(folder, away);
  await engine.clock.advance(DAY_MS + HOUR_MS);
  await expect
    .poll(async () => await engine.call('backups.settings', {}))
    .toMatchObject({ newestInFolderAt: null, folderError: { code: 'fileNotSaved', file: folder } });
  // No folder was made in the place of the disk.
  expect(existsSync(folder)).toBe(false);
  renameSync(away, folder);
  await engine.clock.advance(HOUR_MS);
  await until('it is there', () => readdirSync(below(folder, engine)).length === 2);
  await expect
    .poll(async () => await engine.call('backups.settings', {}))
    .toMatchObject({ folderError: null });
});

test('the interval can be longer or shorter', async () => {
  const { engine } = await withFolder();
  const count = async () => (await engine.call('backups.list', {})).items.length;
  await engine.call('backups.updateSettings', { every: 'week', folder: null });
  await engine.clock.advance(3 * DAY_MS);
  expect(await count()).toBe(1);
  await engine.call('backups.updateSettings', { every: 'sixHours' });
  await engine.clock.advance(HOUR_MS);
  await expect.poll(count).toBe(2);
  expect(await engine.call('backups.settings', {})).toMatchObject({ every: 'sixHours', folder: null });
});

test('a backup of the folder brings a workspace back whose own disk is lost', async () => {
  const { engine, folder } = await withFolder();
  const [kept = ''] = readdirSync(below(folder, engine));
  await engine.restart({}, () => {
    for (const name of readdirSync(engine.dir)) rmSync(join(engine.dir, name), { recursive: true });
  });
  const added = await engine.call('backups.add', { path: join(below(folder, engine), kept) });
  expect(added.name).toBe(kept);
  expect(await engine.call('backups.inspect', { name: kept })).toMatchObject({ messages: 1 });
  await engine.restart({ restore: kept });
  const found = await engine.call('search.messages', { text: 'parcel' });
  expect(found.items).toHaveLength(1);
  // What is there already is not copied again.
  expect(await engine.call('backups.add', { path: join(below(folder, engine), kept) })).toEqual(added);
});

test('a file under another name is dated by the time of its last change', async () => {
  const { engine, folder } = await withFolder();
  const [kept = ''] = readdirSync(below(folder, engine));
  const renamed = join(folder, 'my backup.sqlite');
  copyFileSync(join(below(folder, engine), kept), renamed);
  utimesSync(renamed, 1_764_000_000, 1_764_000_000);
  expect(await engine.call('backups.add', { path: renamed })).toMatchObject({
    name: 'perch-20251124T160000Z.sqlite',
  });
});

test('what is no backup of this workspace is refused, and nothing is left', async () => {
  const { engine, folder } = await withFolder();
  const names = () => readdirSync(join(engine.dir, 'copies'));
  const before = names();
  const [kept = ''] = before;
  const made = (name: string, change: (db: Database.Database) => void) => {
    const file = join(folder, name);
    copyFileSync(join(engine.dir, 'copies', kept), file);
    const db = new Database(file);
    change(db);
    db.close();
    return file;
  };
  const other = made('other.sqlite', (db) => db.exec(`UPDATE account SET x_id = '77', handle = 'other'`));
  const future = made('future.sqlite', (db) => db.pragma('user_version = 9999'));
  const foreign = made('foreign.sqlite', (db) => db.pragma('application_id = 7'));
  const damaged = made('damaged.sqlite', () => {});
  overwrite(damaged, 8_192, Buffer.alloc(16_384, 0xa5));
  const text = join(folder, 'text.sqlite');
  writeFileSync(text, 'no database at all');
  mkdirSync(join(folder, 'folder'));
  const add = async (path: string) => await engine.fail('backups.add', { path });
  expect(await add(other)).toMatchObject({ code: 'backupOfOther', expected: 'harbourhelp', found: 'other' });
  expect(await add(future)).toMatchObject({ code: 'storeFromFuture', found: 9_999 });
  expect(await add(foreign)).toEqual({ code: 'notRestored', name: 'foreign.sqlite' });
  expect(await add(damaged)).toEqual({ code: 'notRestored', name: 'damaged.sqlite' });
  expect(await add(text)).toEqual({ code: 'notRestored', name: 'text.sqlite' });
  expect(await add(join(engine.dir, 'perch.sqlite'))).toEqual({ code: 'notRestored', name: 'perch.sqlite' });
  expect(await add(join(folder, 'folder'))).toMatchObject({ code: 'fileNotRead' });
  expect(await add(join(folder, 'gone.sqlite'))).toMatchObject({ code: 'fileNotRead' });
  expect(names()).toEqual(before);
});

test('a copy without what was stored last does not count', async () => {
  const { engine } = await withFolder();
  const [older] = (await engine.call('backups.list', {})).items;
  await engine.clock.advance(MINUTE_MS);
  await openConversation(engine, 'bo', 'my parcel too');
  await engine.engine.stop();
  const db = openTestDb(engine.dir);
  const stale = {
    name: db.name,
    prepare: db.prepare.bind(db),
    backup: async (file: string) => {
      copyFileSync(join(engine.dir, 'copies', older?.name ?? ''), file);
      return { totalPages: 0, remainingPages: 0 };
    },
  };
  const log = () => {};
  expect(await makeCopy(stale as never, engine.dir, engine.clock.now(), { log })).toBeNull();
  expect(await makeCopy(db, engine.dir, engine.clock.now(), { log })).not.toBeNull();
});

test('a copy counts although messages are stored all the time while it is made', async () => {
  const dir = testFolder();
  const db = openTestDb(dir);
  ensurePeople(db, ['1'], MORNING);
  let stored = 0;
  const store = (count: number) => {
    const facts = Array.from({ length: count }, (_, n) =>
      someMessage({ text: 'x'.repeat(4_000), at: MORNING + (stored + n) * 1_000 }),
    );
    storeMessages(db, facts, MORNING);
    stored += count;
  };
  store(300);
  const before = stored;
  let isMade = false;
  const storing = (function next(): Promise<void> | void {
    if (isMade) return;
    store(1);
    return new Promise(setImmediate).then(next);
  })();
  for (let n = 0; n < 4; n += 1)
    expect(await makeCopy(db, dir, MORNING + n * 1_000, { log: () => {} })).not.toBeNull();
  isMade = true;
  await storing;
  expect(stored).toBeGreaterThan(before);
});

test('a file that is added while a backup is made waits for it, and leftovers of either go', async () => {
  const engine = await startTestEngine();
  const folder = testFolder();
  await openConversation(engine, 'anna', 'my parcel');
  const first = await engine.call('backups.make', {});
  const path = join(folder, 'perch-20251124T160000Z.sqlite');
  copyFileSync(join(engine.dir, 'copies', first.name), path);
  writeFileSync(
    join(engine.dir, 'copies', 'perch-20251123T160000Z.sqlite.unchecked'),
    'left by a killed engine',
  );
  await engine.clock.advance(HOUR_MS);
  const [made, added] = await Promise.all([
    engine.call('backups.make', {}),
    engine.call('backups.add', { path }),
  ]);
  const names = readdirSync(join(engine.dir, 'copies')).toSorted();
  expect(names).toEqual([added.name, first.name, made.name].toSorted());
});
