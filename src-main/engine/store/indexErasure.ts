import { type ErasedWords, type IndexPart, listIndexParts, listPartsOf } from './indexParts.ts';
import { hasBeginning } from './indexWords.ts';
import type { Db } from './open.ts';
import { flush, mergePart, rebuildIfDamaged } from './searchIndex.ts';
import { all, get, inUnsyncedTransaction, run } from './sql.ts';

/*
 * Statements on the search index of messages that erase from it, and that prove that nothing is left; see searchIndex.ts.
 */

/**
 * With more messages at once FTS5 marks their words as deleted, and their parts are then written anew without them, in slices. Removing
 * a message from its places takes five milliseconds in an index of a million.
 */
export const AT_ONCE = 50;

/** at once: the words are gone at the end of the transaction. marked: they are once the index is written anew. */
export type Unindexing = 'atOnce' | 'marked';

/**
 * Removes the words of stored messages from the index. Call it in a transaction, before the messages are deleted. Of many messages at once
 * the words are only marked as deleted in any case.
 */
export function unindexMessages(db: Db, ids: readonly number[], how: Unindexing): void {
  const isMarked = how === 'marked' || ids.length > AT_ONCE;
  rebuildIfDamaged(db, () => {
    for (const { part, ids: some } of listPartsOf(db, ids)) {
      const remove = () => unindexIn(db, part, some);
      if (isMarked) markOnly(db, part, remove);
      else remove();
    }
  });
}

function unindexIn(db: Db, part: IndexPart, ids: readonly number[]): void {
  const { table } = part;
  const text = `INSERT INTO ${table} (${table}, rowid, text)
    SELECT 'delete', id, text FROM folded_texts WHERE id IN (SELECT value FROM json_each(?))
      AND id NOT IN (SELECT message_id FROM unindexed)`;
  run(db, text, JSON.stringify(ids));
  flush(db, part);
}

// Later deletions remove words from their places again.
function markOnly(db: Db, part: IndexPart, remove: () => void): void {
  setSecureDelete(db, part, false);
  remove();
  setSecureDelete(db, part, true);
  setErasedWords(db, part, 'marked');
}

const setSecureDelete = (db: Db, { table }: IndexPart, isOn: boolean) =>
  run(db, `INSERT INTO ${table} (${table}, rank) VALUES ('secure-delete', CAST(? AS INTEGER))`, Number(isOn));

const setErasedWords = (db: Db, { number }: IndexPart, state: ErasedWords) =>
  run(db, 'UPDATE index_parts SET erased_words = ? WHERE number = ?', state, number);

/** The parts whose tables still have words of erased messages. */
const listMarked = (db: Db): IndexPart[] =>
  listIndexParts(db).filter(({ erasedWords }) => erasedWords !== null);

/** Whether the file of the index still has words of erased messages. */
export const hasErasedWords = (db: Db): boolean => listMarked(db).length > 0;

/** How many pages are to be written anew, about. */
export const countMarkedPages = (db: Db): number =>
  listMarked(db).reduce(
    (sum, { table }) => sum + (get<{ n: number }>(db, `SELECT count(*) AS n FROM ${table}_idx`)?.n ?? 0),
    0,
  );

/**
 * Writes about so many pages of the index anew, in one transaction, until `hasErasedWords` is false. All segments of a part are merged into one, which takes words along
 * only if they are not deleted (https://www.sqlite.org/fts5.html#the_merge_command). Goes on where an earlier engine stopped, after a power cut where
 * the disk had come to; words that are marked meanwhile let it begin again. Call it outside of a transaction.
 */
export function rewriteIndex(db: Db, pages: number): void {
  const rewrite = () => {
    const [part] = listMarked(db);
    if (!part) return;
    const isBegun = part.erasedWords === 'rewriting';
    if (!isBegun) addSegments(db, part);
    const hasMore = mergePart(db, part, isBegun ? pages : -pages);
    setErasedWords(db, part, hasMore ? 'rewriting' : null);
  };
  rebuildIfDamaged(db, () => inUnsyncedTransaction(db, rewrite));
}

// FTS5 leaves a table alone that has a single segment, or whose segments but one are being merged. So it gets two more.
function addSegments(db: Db, part: IndexPart): void {
  const { table } = part;
  run(db, `INSERT INTO ${table} (rowid, text) VALUES (-1, 'x')`);
  flush(db, part);
  markOnly(db, part, () => {
    run(db, `INSERT INTO ${table} (${table}, rowid, text) VALUES ('delete', -1, 'x')`);
    flush(db, part);
  });
}

/** The words of a message as FTS5 divides them, with a blank between, so that they can be asked for once the message is gone. */
export interface IndexedWords {
  readonly id: number;
  readonly words: string;
}

/** Reads which words each of some stored messages has. */
export function readIndexedWords(db: Db, ids: readonly number[]): IndexedWords[] {
  run(db, `CREATE VIRTUAL TABLE IF NOT EXISTS temp.leaving_texts USING fts5 (text, tokenize = 'ascii')`);
  run(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.leaving_words USING fts5vocab (temp, leaving_texts, instance)`,
  );
  const insert = `INSERT INTO temp.leaving_texts (rowid, text)
    SELECT id, text FROM folded_texts WHERE id IN (SELECT value FROM json_each(?))`;
  run(db, insert, JSON.stringify(ids));
  const words = all<IndexedWords>(
    db,
    `SELECT id, group_concat(word, ' ') AS words FROM (SELECT DISTINCT term AS word, doc AS id FROM temp.leaving_words) GROUP BY id`,
  );
  run(db, 'DELETE FROM temp.leaving_texts');
  return words;
}

/** Whether the index still finds a word in the message that had it. */
export function findsAny(db: Db, { id, words }: IndexedWords): boolean {
  const match = words.split(' ').map(toPhrase).join(' OR ');
  return listPartsOf(db, [id]).some(({ part: { table } }) => {
    const asked = `SELECT 1 FROM ${table} WHERE ${table} MATCH ? AND rowid = ?`;
    return get(db, asked, match, BigInt(id)) !== null;
  });
}

const toPhrase = (word: string) => `"${word.replaceAll('"', '""')}"`;

/**
 * Whether beginnings of these words are to be read in a part of the index although none of its messages has such a word any more: FTS5 begins a
 * page with as much of a word as tells it from the one before, and leaves that in place when the word goes.
 */
function hasRemnants(db: Db, part: IndexPart, words: readonly IndexedWords[]): boolean {
  const begins = new Set(
    all<{ term: string }>(
      db,
      `SELECT CAST(substr(term, 2) AS TEXT) AS term FROM ${part.table}_idx WHERE length(term) > 1`,
    ).map(({ term }) => term),
  );
  for (const word of new Set(words.flatMap((one) => one.words.split(' ')))) {
    for (let end = 1; end <= word.length; end += 1) {
      const begin = word.slice(0, end);
      if (begins.has(begin) && !hasBeginning(db, part, begin)) return true;
    }
  }
  return false;
}

/** Lets parts of the index be written anew that show beginnings of words that nothing has any more. Call it in a transaction. */
export function markRemnants(db: Db, words: readonly IndexedWords[]): void {
  const ids = words.map(({ id }) => id);
  for (const { part, ids: some } of listPartsOf(db, ids)) {
    const theirs = words.filter(({ id }) => some.includes(id));
    if (part.erasedWords === null && hasRemnants(db, part, theirs)) setErasedWords(db, part, 'marked');
  }
}
