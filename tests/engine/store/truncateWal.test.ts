import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { truncateWal } from '#engine/store/deletions.ts';
import { openTestDb } from '../../support/openTestDb.ts';

test('truncating the write-ahead log never waits for another program that reads the store', () => {
  const db = openTestDb();
  const logBytes = () => statSync(`${db.name}-wal`).size;
  const reader = new Database(db.name, { readonly: true });
  onTestFinished(() => void reader.close());
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM settings').get();
  db.exec(`INSERT INTO settings VALUES ('undoSeconds', '5')`);
  // Without a clock, the time that SQLite may wait is the only way to see whether it would.
  const waits: unknown[] = [];
  const pragma = db.pragma.bind(db);
  db.pragma = (text, options) => {
    if (text.startsWith('wal_checkpoint')) waits.push(pragma('busy_timeout', { simple: true }));
    return pragma(text, options);
  };
  truncateWal(db);
  expect(waits).toEqual([0]);
  expect(logBytes()).toBeGreaterThan(0);
  expect(pragma('busy_timeout', { simple: true })).toBe(5_000);
  reader.exec('COMMIT');
  truncateWal(db);
  expect(logBytes()).toBe(0);
});
