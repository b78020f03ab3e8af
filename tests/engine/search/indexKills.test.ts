import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { listIndexParts } from '#engine/store/indexParts.ts';
import { storeMessages } from '#engine/store/messages.ts';
import { type Db, STORE_FILE } from '#engine/store/open.ts';
import { ensurePeople } from '#engine/store/people.ts';
import { checkIndex, indexNextMessages, indexWaiting, isIndexBuilt } from '#engine/store/searchIndex.ts';
import { createRandom } from '#simulator/base/random.ts';
import { MORNING, someMessage } from '../../support/builders.ts';
import { countIds } from '../../support/indexMatches.ts';
import { openWorld } from '../../support/mortalEngines.ts';
import { openTestDb, testFolder } from '../../support/openTestDb.ts';
import { until } from '../../support/startTestEngine.ts';

/** Stores so many pages of messages, each of which becomes a part of the index. */
function storePages(dir: string, pages: number): number {
  const db = openTestDb(dir);
  ensurePeople(db, ['1'], MORNING);
  const random = createRandom(5);
  const textOf = () => Array.from({ length: 40 }, () => random().toString(36).slice(2, 8)).join(' ');
  const size = 50;
  for (let page = 0; page < pages; page += 1) {
    const facts = Array.from({ length: size }, (_, n) =>
      someMessage({ text: `all ${textOf()}`, at: MORNING + (page * size + n) * 1_000 }),
    );
    storeMessages(db, facts, MORNING);
    indexWaiting(db);
  }
  db.close();
  return pages * size;
}

/** Reads a store beside its engine. */
function watch(dir: string) {
  const db = new Database(`${dir}/${STORE_FILE}`, { readonly: true });
  onTestFinished(() => void db.close());
  const parts = db.prepare('SELECT count(DISTINCT segid) FROM messages_fts_idx').pluck();
  return { countParts: () => Number(parts.get()) };
}

test('an index whose merging was killed is whole, and merged in the end', async () => {
  const { dir, start, advance } = await openWorld();
  const stored = storePages(dir, 7);
  const startQuietly = async () => {
    const engine = await start();
    const { countParts } = watch(dir);
    const merges = async (parts: number) => {
      if (countParts() === parts) return true;
      advance(engine, 6_000);
      await engine.call('search.status', {});
      return countParts() === parts;
    };
    return { engine, merges };
  };
  for (const delayMs of [0, 4]) {
    const { engine, merges } = await startQuietly();
    // The part that is being written is one more.
    await until('it merges', () => merges(8));
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await engine.kill();
    const db = openTestDb(dir);
    expect(countIds(db, '"all"')).toBe(stored);
    expect(checkIndex(db, MORNING, '16')).toBe(true);
    db.close();
  }
  const { merges } = await startQuietly();
  await until('it is merged', () => merges(1));
});

/** How often each word is in the index, and in the messages. */
function countWords(db: Db) {
  const indexed = new Map<string, number>();
  for (const { table } of listIndexParts(db)) {
    db.exec(`CREATE VIRTUAL TABLE temp.words_of_${table} USING fts5vocab (main, ${table}, row)`);
    const rows = db.prepare(`SELECT term, cnt FROM temp.words_of_${table}`).raw().all() as [string, number][];
    for (const [word, count] of rows) indexed.set(word, (indexed.get(word) ?? 0) + count);
  }
  const texts = db.prepare('SELECT text FROM messages').pluck().all() as string[];
  const stored = new Map<string, number>();
  for (const word of texts.flatMap((text) => text.split(' ').filter(Boolean)))
    stored.set(word, (stored.get(word) ?? 0) + 1);
  return { indexed: Object.fromEntries(indexed), stored: Object.fromEntries(stored) };
}

test.each([
  ['storing a message', 'INSERT INTO messages ('],
  ['recording that it waits', 'INSERT OR IGNORE INTO unindexed'],
  ['storing it, before the round', 'SELECT 1 FROM unindexed LIMIT 1'],
  ['beginning a round', 'IN (SELECT message_id FROM unindexed'],
  ['ending a part', 'UPDATE index_parts SET end_id'],
  ['beginning a part', 'INSERT INTO index_parts'],
  ['creating the table of a part', 'CREATE VIRTUAL TABLE messages_fts_'],
  ['deleting a part', 'DROP TABLE messages_fts_'],
  ['writing a round', "'flush'"],
  ['ending a round', 'DELETE FROM unindexed'],
  ['removing an earlier wording', "VALUES ('delete'"],
  ['editing a message', 'UPDATE messages SET version_x_id'],
  ['erasing a message', "UPDATE messages SET text = ''"],
  ['a search', 'messages_fts MATCH'],
  ['a merge', "'merge'"],
  ['emptying the index', "'delete-all'"],
  ['beginning a build', 'UPDATE search_index SET indexed_from = ?, total'],
  ['building', 'WHERE id >= ? AND id < ?'],
  ['ending a batch', 'UPDATE search_index SET indexed_from = ?, indexed'],
])('an index whose process was killed right after %s has every message once', async (_, statement) => {
  const dir = testFolder();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'dyingIndexer.ts'), dir, statement], {
    stdio: 'inherit',
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  const db = openTestDb(dir);
  indexWaiting(db);
  while (!isIndexBuilt(db)) indexNextMessages(db, 100);
  const { indexed, stored } = countWords(db);
  expect(stored.all).toBeGreaterThanOrEqual(4);
  expect(indexed).toEqual(stored);
  expect(checkIndex(db, MORNING, '16')).toBe(true);
});
