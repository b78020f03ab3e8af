import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations, newestVersion } from '#engine/store/migrations/index.ts';
import { closeStore, openStore, STORE_FILE } from '#engine/store/open.ts';
import { getStoreError } from '#engine/store/storeHealth.ts';
import { markOpen } from '#engine/store/storeMarkers.ts';
import { openAndClose } from '../../support/openAndClose.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { expectPermissions, testOn } from '../../support/platform.ts';

const known = newestVersion;
const later = { version: known + 1, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };

describe('opening a store', () => {
  test('creates a private folder and file', () => {
    const dir = join(testFolder(), 'workspace');
    openTestDb(dir);
    expectPermissions(dir, 0o700);
    for (const file of readdirSync(dir)) expectPermissions(join(dir, file), 0o600);
  });

  testOn('linux')('says so where no folder can be made', () => {
    const opened = openStore('/proc/nobody/workspace');
    expect(opened).toMatchObject({ ok: false, error: { code: 'storeUnwritable' } });
  });

  test('keeps the permissions of an existing folder', () => {
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

  test('flushes the disk cache on a Mac', () => {
    const opened = openStore(testFolder(), { platform: 'darwin' });
    expect(opened.ok && opened.value.pragma('fullfsync', { simple: true })).toBe(1);
    if (opened.ok) opened.value.close();
  });

  test('rejects a store of a newer version and leaves it untouched', () => {
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

  test('rejects a damaged file and leaves it untouched', () => {
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

  test('fails if the folder is not writable', () => {
    const file = join(testFolder(), 'file');
    writeFileSync(file, '');
    expect(openAndClose(join(file, 'workspace'))).toMatchObject({
      ok: false,
      error: { code: 'storeUnwritable' },
    });
  });
});

test.each([null, 'row 7 is broken'])('a store is not checked again in which was found: %s', (damage) => {
  const dir = testFolder();
  openAndClose(dir);
  markOpen(dir);
  const opened = openStore(dir, { checked: { damage } });
  if (!opened.ok) throw new Error(opened.error.code);
  const error = getStoreError(opened.value);
  closeStore(opened.value);
  expect(error).toEqual(damage && expect.objectContaining({ code: 'storeCorrupt', detail: damage }));
});
