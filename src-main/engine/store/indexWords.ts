import type { Db } from './open.ts';
import { askIndex } from './searchIndex.ts';
import { all } from './sql.ts';
import { createInMemory } from './storeHealth.ts';

/** The highest code point: after every word that begins in the same way. */
const LAST = 'char(1114111)';

/** Makes the words of the index of messages readable as `temp.message_words`, a row for each place where a word is. */
export function openWordTable(db: Db): void {
  const create = `CREATE VIRTUAL TABLE IF NOT EXISTS temp.message_words USING fts5vocab (main, messages_fts, instance)`;
  createInMemory(db, create);
}

/** The first `most` words with a beginning that messages have, in their order. Each takes a look into the index, however often it occurs. */
export function listWords(db: Db, beginning: string, most: number): string[] {
  openWordTable(db);
  // A word has a row for each of its places, and the next word is after all of them.
  const text = `WITH RECURSIVE words (word) AS (
      VALUES ((SELECT term FROM temp.message_words WHERE term >= :beginning AND term < :beginning || ${LAST} LIMIT 1))
      UNION ALL
      SELECT (SELECT term FROM temp.message_words WHERE term >= word || char(1) AND term < :beginning || ${LAST} LIMIT 1)
      FROM words WHERE word IS NOT NULL
    ) SELECT word FROM words WHERE word IS NOT NULL LIMIT :most`;
  return (
    askIndex(db, () => all<{ word: string }>(db, text, { beginning, most }).map(({ word }) => word)) ?? []
  );
}
