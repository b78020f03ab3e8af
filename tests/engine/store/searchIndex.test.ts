import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { eraseMessage } from '#engine/store/deletions.ts';
import { storeMessages } from '#engine/store/messages.ts';
import type { Db } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import {
  beginIndexBuild,
  checkIndex,
  getIndexProgress,
  indexNextMessages,
  indexWaiting,
  isIndexComplete,
  isIndexUnchecked,
} from '#engine/store/searchIndex.ts';
import { loadHits } from '#engine/store/searchMessages.ts';
import { MORNING, someMessage, testAccount } from '../../support/builders.ts';
import { listIds } from '../../support/indexMatches.ts';
import { onStatement } from '../../support/onStatement.ts';
import { openTestDb } from '../../support/openTestDb.ts';
import { snowflake } from '../../support/snowflake.ts';

function openWith(...texts: readonly string[]) {
  const db = openTestDb();
  ensurePeople(db, ['1', '2', testAccount.id], MORNING);
  const facts = texts.map((text, n) => someMessage({ text, at: MORNING + n * 1_000 }));
  const rows = storeMessages(db, facts, MORNING);
  indexWaiting(db);
  return { db, facts, rows };
}

const find = (db: Db, match: string) => loadHits(db, listIds(db, match)).map(({ message }) => message.text);

/** Everything that the index contains, words of unfinished merges included. */
function listWords(db: Db): string[] {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab (main, messages_fts, row)`);
  return db.prepare('SELECT term FROM words').pluck().all() as string[];
}

function buildAll(db: Db): void {
  while (!isIndexComplete(db)) indexNextMessages(db, 2);
}

describe('row ids in statements of the search index', () => {
  test('are bound as BigInt', () => {
    const seen: { sql: string; values: readonly unknown[] }[] = [];
    const { db: raw, facts, rows } = openWith('first', 'second');
    const db = onStatement(raw, (sql, values) => {
      if (sql.includes('messages_fts')) seen.push({ sql, values });
    });
    const [first] = facts;
    const edited = someMessage({ ...first, versionXId: snowflake(MORNING + 60_000), text: 'edited' });
    storeMessages(db, [edited, someMessage({ text: 'third' })], MORNING);
    eraseMessage(db, rows[1]?.id ?? 0, MORNING);
    listIds(db, '"third"');
    beginIndexBuild(db);
    indexNextMessages(db, 10);
    checkIndex(db, MORNING, '16');
    const kinds = [
      "'delete'",
      'FROM unindexed',
      'id >= ?',
      'rowid < ?',
      "'flush'",
      "'delete-all'",
      "'integrity-check'",
    ];
    expect(kinds.filter((kind) => !seen.some(({ sql }) => sql.includes(kind)))).toEqual([]);
    // json_each returns integers, and a limit is no row id.
    const asReal = seen.flatMap(({ sql, values }) => {
      const bound = values.flatMap((value) =>
        typeof value === 'object' ? Object.values(value ?? {}) : [value],
      );
      const limits = sql.match(/LIMIT CAST\(\?/g)?.length ?? 0;
      return bound.filter((value) => typeof value === 'number').length > limits ? [sql] : [];
    });
    expect(asReal).toEqual([]);
  });

  test('are all in five files, besides the migrations', () => {
    const root = path.resolve(import.meta.dirname, '../../../src-main');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('migrations'))
      .filter((file) => /messages_fts|\blistIndexParts/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(files.map((file) => path.basename(file))).toEqual([
      'indexErasure.ts',
      'indexParts.ts',
      'indexQuestions.ts',
      'indexWords.ts',
      'searchIndex.ts',
    ]);
  });

  test('would be ignored as REAL', () => {
    const { db } = openWith('hello', 'hello');
    const text = 'SELECT count(*) FROM messages_fts WHERE messages_fts MATCH ? AND rowid = ?';
    const count = (id: number | bigint) => db.prepare(text).pluck().get('"hello"', id);
    expect([count(1), count(1n)]).toEqual([2, 0]);
  });
});

describe('the words of a message', () => {
  test('leave the index with an erased text', () => {
    const { db, rows } = openWith('Geheim ist die Straße 荷物 👍', 'stays');
    expect(listWords(db)).toEqual(expect.arrayContaining(['geheim', 'strasse', '荷物', '👍']));
    eraseMessage(db, rows[0]?.id ?? 0, MORNING);
    expect(listWords(db)).toEqual(['stays']);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
  });

  test('leave the index with an earlier wording', () => {
    const { db, facts } = openWith('vorher Geheimnis é', 'stays');
    const versionXId = snowflake(MORNING + 60_000);
    storeMessages(db, [{ ...(facts[0] as (typeof facts)[0]), versionXId, text: 'nachher' }], MORNING);
    indexWaiting(db);
    expect(listWords(db)).toEqual(['nachher', 'stays']);
  });

  test('never enter the index if it is erased before the build reaches it', () => {
    const { db, facts, rows } = openWith('old secret', 'old wording', 'new');
    beginIndexBuild(db);
    indexNextMessages(db, 1);
    eraseMessage(db, rows[0]?.id ?? 0, MORNING);
    const versionXId = snowflake(MORNING + 60_000);
    storeMessages(db, [{ ...(facts[1] as (typeof facts)[0]), versionXId, text: 'better' }], MORNING);
    storeMessages(db, [someMessage({ text: 'late arrival', at: MORNING - 60_000 })], MORNING);
    buildAll(db);
    expect(listWords(db)).toEqual(['arrival', 'better', 'late', 'new']);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
  });
});

describe('a build', () => {
  test('takes the newest messages first and finds everything in the end', () => {
    const { db } = openWith(...Array.from({ length: 7 }, (_, n) => `word ${n}`));
    beginIndexBuild(db);
    expect(getIndexProgress(db)).toEqual({ indexed: 0, total: 7 });
    indexNextMessages(db, 3);
    expect(getIndexProgress(db)).toEqual({ indexed: 3, total: 7 });
    expect(find(db, '"word"')).toEqual(['word 6', 'word 5', 'word 4']);
    buildAll(db);
    expect(getIndexProgress(db)).toEqual({ indexed: 7, total: 7 });
    expect(find(db, '"word"')).toHaveLength(7);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
  });

  test('is complete at once in a new store', () => {
    expect(isIndexComplete(openTestDb())).toBe(true);
  });
});

describe('a damaged index', () => {
  /** Damages the file of a store behind the engine's back. */
  const damage = (db: Db, sql: string) => {
    const other = new Database(db.name);
    other.unsafeMode();
    other.pragma('foreign_keys = OFF');
    other.exec(sql);
    other.close();
  };
  const texts = Array.from({ length: 200 }, (_, n) => `message number${n} about parcels`);
  const everyLeaf = `UPDATE messages_fts_data SET block = CAST(x'00ff00ff' || block AS BLOB) WHERE id > 10`;

  test.each([
    ['a message that is missing', 'DELETE FROM messages WHERE id = (SELECT min(id) FROM messages)', 199],
    [
      'a changed text',
      `UPDATE messages SET text = 'parcels other' WHERE id = (SELECT min(id) FROM messages)`,
      200,
    ],
    ['damaged pages', everyLeaf, 200],
    ['lost pages', 'DELETE FROM messages_fts_data WHERE id > 10', 200],
    ['a damaged list of segments', `UPDATE messages_fts_data SET block = x'0102' WHERE id = 10`, 200],
  ])('is noticed and built again: %s', (_, sql, left) => {
    const { db } = openWith(...texts);
    damage(db, sql);
    expect(checkIndex(db, MORNING, '16')).toBe(false);
    buildAll(db);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
    expect(loadHits(db, listIds(db, '"parcels"'))).toHaveLength(left);
  });

  test('does not break a search for which a message is missing', () => {
    const { db } = openWith('hello one', 'hello two', 'hello three');
    checkIndex(db, MORNING, '16');
    expect(isIndexUnchecked(db, 0, '16')).toBe(false);
    damage(db, `DELETE FROM messages WHERE text = 'hello two'`);
    expect(find(db, '"hello"')).toEqual(['hello three', 'hello one']);
    expect(isIndexUnchecked(db, 0, '16')).toBe(true);
  });

  test.each([everyLeaf, `UPDATE messages_fts_data SET block = x'0102' WHERE id = 10`])(
    'neither breaks a search nor stops capture: %s',
    (sql) => {
      const { db } = openWith(...texts);
      damage(db, sql);
      expect(() => find(db, '"parcels"')).not.toThrow();
      const [row] = storeMessages(
        db,
        [someMessage({ text: 'more parcels', at: MORNING + 900_000 })],
        MORNING,
      );
      expect(row?.change).toBe('added');
      checkIndex(db, MORNING, '16');
      buildAll(db);
      expect(loadHits(db, listIds(db, '"parcels"'))).toHaveLength(201);
      expect(checkIndex(db, MORNING, '16')).toBe(true);
    },
  );
});
