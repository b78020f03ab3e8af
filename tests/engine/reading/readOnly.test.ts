import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { migrations, newestVersion } from '#engine/store/migrations/index.ts';
import { openStore, STORE_FILE } from '#engine/store/open.ts';
import { openToRead } from '#engine/store/openToRead.ts';
import { type EngineMethod, engineContract } from '#shared/contract/engine.ts';
import { contradictIndex, fillAndStop, leafPages, spoilPage } from '../../support/damagedStore.ts';
import { testFolder } from '../../support/openTestDb.ts';
import { readCopy } from '../../support/readCopy.ts';
import { spawnEngine } from '../../support/spawnEngine.ts';
import { openConversation, startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';
import { toInputs } from './tourOfQueries.ts';

const methods = Object.keys(engineContract) as EngineMethod[];
const commands = methods.filter((method) => engineContract[method].kind === 'command');

/** A conversation about a parcel, and a backup of it in a folder of its own. */
async function withBackup() {
  const engine = await startTestEngine();
  const opened = await openConversation(engine, 'anna', 'Where is my parcel?');
  const { name } = await engine.call('backups.make', {});
  const folder = testFolder();
  const file = join(folder, name);
  copyFileSync(join(engine.dir, 'copies', name), file);
  return { engine, opened, folder, file };
}

function mustRead(engine: TestEngine, file: string): Engine {
  const opened = readCopy(engine, file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** Names, sizes, times and contents of all files in a folder. */
const fingerprint = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted()
    .map((name) => {
      const file = join(folder, name);
      return [name, statSync(file).mtimeMs, createHash('sha256').update(readFileSync(file)).digest('hex')];
    });

const leftCopies = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`perch-reading-${process.pid}-`));

const textsOf = async (engine: Engine) => {
  const found = await engine.handle('search.messages', { text: 'parcel' });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return (found.value as { items: { message: { text: string } }[] }).items.map(({ message }) => message.text);
};

describe('a file that is only read', () => {
  test('serves every query, and stays as it is together with its folder', async () => {
    const { engine, opened, folder, file } = await withBackup();
    const before = fingerprint(folder);
    const requests = engine.control.state().requestLog.length;
    const reader = mustRead(engine, file);
    const { postId: _, id: conversationId, personId } = opened;
    const inputs = toInputs({
      conversationId,
      personId,
      at: engine.clock.now(),
      exportPath: join(testFolder(), 'all.html'),
    });
    for (const [method, input] of Object.entries(inputs)) {
      const result = await reader.handle(method, input);
      const isServed = result.ok || ['notFound', 'notRestored', 'fileNotRead'].includes(result.error.code);
      expect(isServed, `${method}: ${JSON.stringify(result)}`).toBe(true);
    }
    await engine.clock.advance(120_000);
    await reader.stop();
    expect(fingerprint(folder)).toEqual(before);
    // Whatever the other engine asked X meanwhile, this one asked nothing.
    expect(engine.control.state().requestLog.length).toBe(requests);
    expect(leftCopies()).toEqual([]);
  });

  test('refuses every command that the contract has, before it looks at its input', async () => {
    const { engine, folder, file } = await withBackup();
    const before = fingerprint(folder);
    const reader = mustRead(engine, file);
    expect(commands.length).toBeGreaterThan(60);
    for (const method of commands) {
      expect(await reader.handle(method, {}), method).toEqual({
        ok: false,
        error: { code: 'readOnly', file },
      });
    }
    await reader.stop();
    expect(fingerprint(folder)).toEqual(before);
  });

  test('says which file it is and of when', async () => {
    const { engine, file } = await withBackup();
    const reader = mustRead(engine, file);
    expect(await reader.handle('system.info', {})).toMatchObject({
      value: {
        account: { handle: 'harbourhelp' },
        readOnly: { name: basename(file), newestAt: expect.any(Number) },
      },
    });
    expect(await engine.call('system.info', {})).not.toHaveProperty('readOnly');
  });

  test('a search index that contradicts itself is no damage', async () => {
    const { engine, opened, file } = await withBackup();
    contradictIndex(file);
    const found = await mustRead(engine, file).handle('conversations.get', { id: opened.id });
    expect(found).toMatchObject({ ok: true, value: { conversation: { id: opened.id } } });
  });

  test('can be read from a folder that nobody may write to', async () => {
    const { engine, folder, file } = await withBackup();
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expect(await textsOf(mustRead(engine, file))).toHaveLength(1);
  });
});

describe('a file that needs a private copy', () => {
  test('a workspace in use is read with what its log has, and not disturbed', async () => {
    const engine = await startTestEngine();
    await openConversation(engine, 'anna', 'my parcel');
    const reader = mustRead(engine, join(engine.dir, STORE_FILE));
    await openConversation(engine, 'bo', 'my parcel too');
    expect(await textsOf(reader)).toHaveLength(1);
    await reader.stop();
    expect(leftCopies()).toEqual([]);
    expect((await engine.call('search.messages', { text: 'parcel' })).items).toHaveLength(2);
  });

  test('a workspace that was closed stays as it is', async () => {
    const engine = await startTestEngine();
    await openConversation(engine, 'anna', 'my parcel');
    await engine.engine.stop();
    const before = fingerprint(engine.dir);
    const reader = mustRead(engine, join(engine.dir, STORE_FILE));
    expect(await textsOf(reader)).toHaveLength(1);
    await reader.stop();
    expect(fingerprint(engine.dir)).toEqual(before);
    expect(leftCopies()).toEqual([]);
  });

  test('an older schema is migrated there and not in its place', () => {
    const dir = testFolder();
    const old = openStore(dir, { migrations: migrations.slice(0, 10) });
    if (!old.ok) throw new Error('not opened');
    old.value.pragma('journal_mode = DELETE');
    old.value.close();
    const before = fingerprint(dir);
    const opened = openToRead(join(dir, STORE_FILE));
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    expect(opened.value.db.pragma('user_version', { simple: true })).toBe(newestVersion);
    opened.value.db.close();
    opened.value.dispose();
    expect(fingerprint(dir)).toEqual(before);
    expect(leftCopies()).toEqual([]);
  });

  test('what a killed process left there is deleted at the next opening', () => {
    // The largest id that Linux gives to processes is smaller.
    const left = join(tmpdir(), 'perch-reading-4194305-killed');
    mkdirSync(left, { recursive: true });
    openToRead(join(testFolder(), 'none.sqlite'));
    expect(readdirSync(tmpdir())).not.toContain('perch-reading-4194305-killed');
  });
});

describe('a file that cannot be read', () => {
  const kinds: readonly [string, (file: string) => void, string][] = [
    ['a text', (file) => writeFileSync(file, 'x'.repeat(9_000)), 'notPerch'],
    ['an empty file', (file) => truncateSync(file), 'notPerch'],
    ['a database of another program', makeForeign, 'notPerch'],
    ['a store of a newer Perch', makeNewer, 'newer'],
    ['a damaged page', spoilMessages, 'damaged'],
    ['half a file', (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096), 'damaged'],
  ];
  test.each(kinds)('%s is named and stays as it is', async (_, spoil, reason) => {
    const engine = await startTestEngine();
    const stored = await fillAndStop(engine, 120);
    const folder = testFolder();
    const file = join(folder, 'copy.sqlite');
    copyFileSync(stored, file);
    spoil(file);
    const before = fingerprint(folder);
    expect(readCopy(engine, file)).toMatchObject({
      ok: false,
      error: { code: 'copyNotOpened', file, reason },
    });
    expect(fingerprint(folder)).toEqual(before);
    expect(leftCopies()).toEqual([]);
  });

  test('a file that is not there, and a folder', async () => {
    const engine = await startTestEngine();
    for (const file of [join(engine.dir, 'none.sqlite'), engine.dir])
      expect(readCopy(engine, file)).toMatchObject({
        error: { code: 'copyNotOpened', reason: 'unreadable' },
      });
  });
});

test('the command line reads a file and refuses to change it', async () => {
  const { file } = await withBackup();
  const engine = spawnEngine(['--read-only', file]);
  expect(await engine.call('conversations.counts', {})).toMatchObject({ counts: { all: 1 } });
  await expect(engine.call('capture.pollNow', {})).rejects.toThrow(/readOnly/);
  expect(await engine.end()).toBe(0);
});

function makeForeign(file: string): void {
  writeFileSync(file, '');
  const db = new Database(file);
  db.exec('CREATE TABLE songs (id INTEGER PRIMARY KEY)');
  db.close();
}

function makeNewer(file: string): void {
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.pragma(`user_version = ${newestVersion + 1}`);
  db.close();
}

function spoilMessages(file: string): void {
  const page = leafPages(file, 'messages')[1];
  if (page === undefined) throw new Error('too few messages');
  spoilPage(file, page);
}
