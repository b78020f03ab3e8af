import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { listOpenGaps } from '#engine/store/gaps.ts';
import { migrate } from '#engine/store/migrate.ts';
import { migrations, newestVersion } from '#engine/store/migrations/index.ts';
import { type Db, openStore, STORE_FILE } from '#engine/store/open.ts';
import { listSavedSearches } from '#engine/store/savedSearches.ts';
import { getSource } from '#engine/store/sources.ts';
import { failingDb } from '../../support/failingDb.ts';
import { openAndClose } from '../../support/openAndClose.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { expectPermissions } from '../../support/platform.ts';

const known = newestVersion;
const later = { version: known + 1, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' };

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
    expectPermissions(join(dir, `perch-before-v${known + 1}.sqlite`), 0o600);
  });

  test('keeps the sources of the first schema', () => {
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

  test('keeps the gaps and saved searches of the second schema', () => {
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

  test('makes no copy of a new store', () => {
    const dir = testFolder();
    openAndClose(dir);
    expect(readdirSync(dir)).toEqual([STORE_FILE, 'store.exists', 'store.open']);
  });

  test('applies all steps or none', () => {
    const dir = testFolder();
    openAndClose(dir);
    const broken = { version: known + 2, sql: 'CREATE TABLE other (id INTEGER); NONSENSE;' };
    expect(() => openAndClose(dir, [...migrations, later, broken])).toThrow(/NONSENSE/);
    const db = openTestDb(dir);
    expect(db.pragma('user_version', { simple: true })).toBe(known);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'later'`).pluck().get()).toBe(0);
  });

  test('has steps that are numbered without a gap', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, at) => at + 1));
  });

  test('leaves the store untouched wherever the disk fails, and completes the next time', () => {
    let n = 0;
    while (failToMigrate(n)) n += 1;
    expect(n).toBeGreaterThan(5);
  });
});

/** A migration whose call number `n` fails, then one without a failure. Returns false if it has fewer calls. */
function failToMigrate(n: number): boolean {
  const dir = testFolder();
  openAndClose(dir, migrations.slice(0, 1));
  const raw = new Database(join(dir, STORE_FILE));
  raw.exec(`INSERT INTO settings VALUES ('undoSeconds', '5')`);
  const disk = failingDb(raw as Db);
  disk.fail(n, 'SQLITE_FULL', true);
  const outcome = tryOut(() => migrate(disk.db, dir, migrations));
  if (disk.hasFailed()) expect(outcome).toMatchObject({ code: 'SQLITE_FULL' });
  const version = raw.pragma('user_version', { simple: true });
  expect(version).toBe(disk.hasFailed() ? 1 : known);
  raw.close();
  const db = openTestDb(dir);
  expect(db.pragma('user_version', { simple: true })).toBe(known);
  expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('5');
  return disk.hasFailed();
}

function tryOut(work: () => unknown): unknown {
  try {
    return work();
  } catch (cause) {
    return cause;
  }
}
