import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

// What docs/behaviours.md says about SQLite, FTS5 and better-sqlite3. A failure after an upgrade means that code which
// works around the behaviour can be made simpler, or has become wrong.

let db: Database.Database;

beforeEach(() => {
  db = new Database(':memory:');
});

afterEach(() => {
  db.close();
});

test('a JavaScript number is bound as REAL, so that a division of whole numbers has a fraction', () => {
  expect(db.prepare('SELECT typeof(?)').pluck().get(7)).toBe('real');
  expect(db.prepare('SELECT 7 / ?').pluck().get(2)).toBe(3.5);
  expect(db.prepare('SELECT 7 / ?').pluck().get(2n)).toBe(3);
});

test('FTS5 ignores an equality with a row id that is bound as a number', () => {
  db.exec(`CREATE VIRTUAL TABLE words USING fts5 (body);
    INSERT INTO words (rowid, body) VALUES (1, 'late'), (2, 'late')`);
  const find = db.prepare(`SELECT rowid FROM words WHERE words MATCH 'late' AND rowid = ?`).pluck();
  expect(find.all(1)).toEqual([1, 2]);
  expect(find.all(1n)).toEqual([1]);
});

test('a number in a JSON array never equals an id that is stored as text', () => {
  db.exec(`CREATE TABLE people (x_id TEXT PRIMARY KEY) STRICT; INSERT INTO people VALUES ('5001')`);
  const find = db.prepare('SELECT x_id FROM people WHERE x_id IN (SELECT value FROM json_each(?))').pluck();
  expect(find.all(JSON.stringify([5001]))).toEqual([]);
  expect(find.all(JSON.stringify(['5001']))).toEqual(['5001']);
});

test('what follows an await in a transaction is committed although the transaction fails', async () => {
  db.exec('CREATE TABLE notes (text TEXT)');
  const write = db.transaction(async () => {
    db.exec(`INSERT INTO notes VALUES ('before')`);
    await null;
    db.exec(`INSERT INTO notes VALUES ('after')`);
  });
  expect(() => write()).toThrow('Transaction function cannot return a promise');
  await new Promise(setImmediate);
  expect(db.prepare('SELECT text FROM notes').pluck().all()).toEqual(['after']);
});

test('a view with json_each cannot be the content of an FTS5 index', () => {
  db.exec(`CREATE TABLE lists (id INTEGER PRIMARY KEY, texts TEXT);
    CREATE VIEW joined (id, text) AS SELECT id, (SELECT group_concat(value, ' ') FROM json_each(texts)) FROM lists;
    CREATE VIRTUAL TABLE words USING fts5 (text, content = 'joined', content_rowid = 'id');
    INSERT INTO lists VALUES (1, '["late","parcel"]')`);
  expect(db.prepare('SELECT text FROM joined').pluck().all()).toEqual(['late parcel']);
  expect(() => db.exec(`INSERT INTO words (words) VALUES ('rebuild')`)).toThrow(
    'no such table: main.json_each',
  );
});

test('quick_check and integrity_check pass over an FTS5 index that has lost its content row; rank 1 finds it', () => {
  db.exec(`CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (text, content = 'messages', content_rowid = 'id');
    INSERT INTO messages VALUES (1, 'late');
    INSERT INTO words (rowid, text) VALUES (1, 'late');
    DELETE FROM messages`);
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(() => db.prepare(`SELECT text FROM words WHERE words MATCH 'late'`).all()).toThrow('missing row 1');
  const check = (rank: number) =>
    db.exec(`INSERT INTO words (words, rank) VALUES ('integrity-check', ${rank})`);
  expect(() => check(0)).not.toThrow();
  expect(() => check(1)).toThrow('malformed');
});

test('secure-delete raises the format of an FTS5 index with the first deletion', () => {
  db.exec('CREATE VIRTUAL TABLE words USING fts5 (body)');
  const format = () => db.prepare(`SELECT v FROM words_config WHERE k = 'version'`).pluck().get();
  expect(format()).toBe(4);
  db.exec(`INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
    INSERT INTO words (rowid, body) VALUES (1, 'private');
    DELETE FROM words WHERE rowid = 1`);
  expect(format()).toBe(5);
});

test('CHECK (x IN (…)) builds a table at each insert from three values on', () => {
  db.exec(`CREATE TABLE two (x TEXT CHECK (x IN ('a', 'b')));
    CREATE TABLE three (x TEXT CHECK (x IN ('a', 'b', 'c')));
    CREATE TABLE ored (x TEXT CHECK (x = 'a' OR x = 'b' OR x = 'c'))`);
  const buildsTable = (table: string) =>
    (db.prepare(`EXPLAIN INSERT INTO ${table} VALUES ('a')`).all() as { opcode: string }[]).some(
      ({ opcode }) => opcode === 'OpenEphemeral',
    );
  expect(['two', 'three', 'ored'].map(buildsTable)).toEqual([false, true, false]);
});

test('a prefix star after a phrase belongs to its last token only', () => {
  db.exec(`CREATE VIRTUAL TABLE words USING fts5 (body);
    INSERT INTO words (rowid, body) VALUES (1, 'I don''t know'), (2, 'the don twin'), (3, 'donate it')`);
  const find = db.prepare('SELECT rowid FROM words WHERE words MATCH ?').pluck();
  expect(find.all(`"don't"*`)).toEqual([1, 2]);
  expect(find.all(`"don"*`)).toEqual([1, 2, 3]);
});
