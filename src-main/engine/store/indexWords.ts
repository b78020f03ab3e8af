import { type IndexPart, listIndexParts } from './indexParts.ts';
import type { Db } from './open.ts';
import { askIndex } from './searchIndex.ts';
import { all, get } from './sql.ts';
import { createInMemory } from './storeHealth.ts';

/** The highest code point: after every word that begins in the same way. */
const LAST = 'char(1114111)';
/** In the newest so many parts words are counted. */
const PARTS_COUNTED = 10;
/** More places than that in a part say no more about how usual a word is. */
const MOST_COUNTED = 100;

/** Makes the words of a part of the index readable: returns the name of a table with a row for each place where a word is. */
function openWordTable(db: Db, { table, number }: IndexPart): string {
  const words = `message_words_${number}`;
  createInMemory(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${words} USING fts5vocab (main, ${table}, instance)`,
  );
  return `temp.${words}`;
}

/** Whether a message of a part has a word with this beginning; what waits to be indexed is not looked at. */
export function hasBeginning(db: Db, part: IndexPart, beginning: string): boolean {
  const text = `SELECT 1 FROM ${openWordTable(db, part)} WHERE term >= ? AND term < ? || ${LAST} LIMIT 1`;
  return get(db, text, beginning, beginning) !== null;
}

/** Whether a message has a word with this beginning. */
export function hasWordWith(db: Db, beginning: string): boolean {
  const look = () => listIndexParts(db).some((part) => hasBeginning(db, part, beginning));
  return askIndex(db, look) ?? false;
}

/** Of these words those that messages of the last million have, each with a figure of how usual it is. */
export function countWords(db: Db, words: readonly string[]): ReadonlyMap<string, number> {
  const count = () => {
    const counts = new Map<string, number>();
    for (const part of listIndexParts(db).slice(0, PARTS_COUNTED)) {
      const table = openWordTable(db, part);
      const text = `SELECT w.value AS word, (SELECT count(*) FROM (
          SELECT 1 FROM ${table} WHERE term = w.value LIMIT ${MOST_COUNTED})) AS places FROM json_each(?) w`;
      for (const { word, places } of all<{ word: string; places: number }>(db, text, JSON.stringify(words)))
        if (places > 0) counts.set(word, (counts.get(word) ?? 0) + places);
    }
    return counts;
  };
  return askIndex(db, count) ?? new Map();
}
