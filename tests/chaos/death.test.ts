import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '#engine/store/migrations/index.ts';
import { STORE_FILE } from '#engine/store/open.ts';
import { readDeath } from '../../scripts/chaos/death.ts';
import { testFolder } from '../support/openTestDb.ts';

/** A store in the middle of a commit: its file holds what has to be taken back by its journal. */
function openHalfWritten(dir: string): void {
  const db = new Database(join(dir, STORE_FILE));
  onTestFinished(() => {
    db.close();
  });
  db.pragma(`user_version = ${migrations.length}`);
  db.exec('CREATE TABLE outbox (state TEXT, filler TEXT)');
  const insert = db.prepare('INSERT INTO outbox VALUES (?, ?)');
  for (let n = 0; n < 200; n += 1) insert.run('waiting', 'x'.repeat(2_000));
  // With so little room in memory what is changed goes into the file before it is committed.
  db.pragma('cache_size = 1');
  db.exec('BEGIN');
  db.exec(`UPDATE outbox SET state = 'sending'`);
}

test('takes back what an engine had not committed when it was killed', () => {
  const dir = testFolder();
  openHalfWritten(dir);
  expect(readdirSync(dir)).toContain(`${STORE_FILE}-journal`);
  expect(readDeath(dir, false)).toBe('idle');
});
