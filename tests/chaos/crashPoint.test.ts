import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { newestVersion } from '#engine/store/migrations/index.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import { readCrashPoint } from '../../scripts/chaos/crashPoint.ts';
import { testFolder } from '../support/openTestDb.ts';

/** Leaves a store in the middle of a transaction, with uncommitted pages in its file and the old ones in its journal. */
function openHalfWritten(dir: string): void {
  const db = new Database(join(dir, STORE_FILE));
  onTestFinished(() => {
    db.close();
  });
  db.pragma(`user_version = ${newestVersion}`);
  db.exec('CREATE TABLE outbox (state TEXT, filler TEXT)');
  const insert = db.prepare('INSERT INTO outbox VALUES (?, ?)');
  for (let n = 0; n < 200; n += 1) insert.run('waiting', 'x'.repeat(2_000));
  // A tiny page cache makes SQLite write changed pages to the file before the commit.
  db.pragma('cache_size = 1');
  db.exec('BEGIN');
  db.exec(`UPDATE outbox SET state = 'sending'`);
}

test('ignores what a killed engine had not committed', () => {
  const dir = testFolder();
  openHalfWritten(dir);
  expect(readdirSync(dir)).toContain(`${STORE_FILE}-journal`);
  expect(readCrashPoint(dir, false)).toBe('idle');
});
