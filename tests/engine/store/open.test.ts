import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listOpenGaps } from '../../../src-main/engine/store/gaps.ts';
import { migrations } from '../../../src-main/engine/store/migrations/index.ts';
import { nativeBinding } from '../../../src-main/engine/store/nativeBinding.ts';
import { openStore, STORE_FILE } from '../../../src-main/engine/store/open.ts';
import { listSavedSearches } from '../../../src-main/engine/store/savedSearches.ts';
import { getSource } from '../../../src-main/engine/store/sources.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';

const known = migrations.length;
const later = { version: known + 1, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };

function openAndClose(dir: string, steps = migrations) {
  const opened = openStore(dir, { migrations: steps });
  if (opened.ok) opened.value.close();
  return opened;
}

describe('opening a store', () => {
  test('makes a private folder and file', () => {
    const dir = join(testFolder(), 'workspace');
    openTestDb(dir);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(dir)) expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
  });

  test.runIf(process.platform === 'linux')('says so where no folder can be made', () => {
    const opened = openStore('/proc/nobody/workspace');
    expect(opened).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
  });

  test('leaves the permissions of a folder that was there', () => {
    const dir = testFolder();
    const before = statSync(dir).mode;
    openTestDb(dir);
    expect(statSync(dir).mode).toBe(before);
  });

  test('is durable on every connection', () => {
    const db = openTestDb();
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.exec(`INSERT INTO settings VALUES ('a', '1')`);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
  });

  test('asks the disk of a Mac to write everything', () => {
    const opened = openStore(testFolder(), { platform: 'darwin' });
    expect(opened.ok && opened.value.pragma('fullfsync', { simple: true })).toBe(1);
    if (opened.ok) opened.value.close();
  });

  test('refuses a store from a newer version and leaves it as it is', () => {
    const dir = testFolder();
    openAndClose(dir, [...migrations, later]);
    const before = readFileSync(join(dir, STORE_FILE));
    const file = join(dir, STORE_FILE);
    expect(openAndClose(dir)).toEqual({
      ok: false,
      error: { code: 'storeFromFuture', found: known + 1, known, file },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('refuses a damaged file and leaves it as it is', () => {
    const dir = testFolder();
    openAndClose(dir);
    const file = join(dir, STORE_FILE);
    const damaged = readFileSync(file).fill(0xff, 0, 100);
    writeFileSync(file, damaged);
    expect(openAndClose(dir)).toMatchObject({ ok: false, error: { code: 'storeCorrupt', file } });
    expect(readFileSync(file).equals(damaged)).toBe(true);
  });

  test("refuses another program's database", () => {
    const dir = testFolder();
    const other = new Database(join(dir, STORE_FILE));
    other.exec('CREATE TABLE theirs (id INTEGER)');
    other.close();
    expect(openAndClose(dir)).toMatchObject({ ok: false, error: { code: 'storeCorrupt' } });
  });

  test('says that a folder cannot be written', () => {
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(openAndClose(join(file, 'workspace'))).toMatchObject({
      ok: false,
      error: { code: 'storeUnwritable' },
    });
  });
});

describe('migrating a store', () => {
  test('keeps a copy of the store as it was', () => {
    const dir = testFolder();
    const opened = openStore(dir);
    if (!opened.ok) throw new Error('not opened');
    opened.value.exec(`INSERT INTO settings VALUES ('undoSeconds', '5')`);
    opened.value.close();
    expect(openAndClose(dir, [...migrations, later]).ok).toBe(true);
    const copy = new Database(join(dir, `perch-before-v${known + 1}.sqlite`), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(known);
    expect(copy.prepare('SELECT value FROM settings').pluck().get()).toBe('5');
    copy.close();
    expect(statSync(join(dir, `perch-before-v${known + 1}.sqlite`)).mode & 0o777).toBe(0o600);
  });

  test('carries the sources of the first schema over', () => {
    const dir = testFolder();
    const opened = openStore(dir, { migrations: migrations.slice(0, 1) });
    if (!opened.ok) throw new Error('not opened');
    opened.value.exec(`INSERT INTO sources (id, since_id, last_poll_at) VALUES ('mentions', '77', 1000)`);
    opened.value.close();
    expect(getSource(openTestDb(dir), 'mentions')).toMatchObject({
      kind: 'mentions',
      sinceId: '77',
      capturedThrough: 1_000,
    });
  });

  test('carries the gaps and saved searches of the second schema over', () => {
    const dir = testFolder();
    const opened = openStore(dir, { migrations: migrations.slice(0, 2) });
    if (!opened.ok) throw new Error('not opened');
    const terms = { all: ['parcel'], any: [], phrases: [], hashtags: [], none: [], lang: null };
    opened.value.exec(`
      INSERT INTO gaps VALUES ('g1', 'dms', 1000, 2000, 'away', '7', '9', 2000, NULL);
      INSERT INTO saved_searches VALUES ('s1', 'Parcels', '${JSON.stringify(terms)}', 'parcel -is:retweet', 1, 5, NULL);`);
    opened.value.close();
    const db = openTestDb(dir);
    expect(listOpenGaps(db, 'dms')).toMatchObject([
      { id: 'g1', from: 1_000, to: 2_000, beforeId: '9', pageToken: null, isBeginning: false },
    ]);
    expect(listSavedSearches(db)).toMatchObject([
      { id: 's1', name: 'Parcels', terms, query: 'parcel -is:retweet', takesAll: true },
    ]);
  });

  test('takes no copy of a new store', () => {
    const dir = testFolder();
    openAndClose(dir);
    expect(readdirSync(dir)).toEqual([STORE_FILE]);
  });

  test('does all steps or none', () => {
    const dir = testFolder();
    openAndClose(dir);
    const broken = { version: known + 2, sql: 'CREATE TABLE other (id INTEGER); NONSENSE;' };
    expect(() => openAndClose(dir, [...migrations, later, broken])).toThrow(/NONSENSE/);
    const db = openTestDb(dir);
    expect(db.pragma('user_version', { simple: true })).toBe(known);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'later'`).pluck().get()).toBe(0);
  });

  test('numbers its steps without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, at) => at + 1));
  });
});

describe('the build of SQLite', () => {
  test.each([
    ['its own where Node is new enough', { napi: 10, node: '24.0.0', binding: undefined }, {}],
    ['its own also where another is named', { napi: 10, node: '24.0.0', binding: '/a.node' }, {}],
    [
      'the named one for an older Node',
      { napi: 9, node: '20.0.0', binding: '/a.node' },
      { nativeBinding: '/a.node' },
    ],
  ])('is %s', (_, runtime, value) => {
    expect(nativeBinding('store', runtime)).toEqual({ ok: true, value });
  });

  test('is refused on an older Node, with the reason', () => {
    const result = nativeBinding('store', { napi: 9, node: '20.1.0', binding: undefined });
    expect(result).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
    expect(JSON.stringify(result)).toContain('Node.js 20.1.0 is too old');
  });
});
