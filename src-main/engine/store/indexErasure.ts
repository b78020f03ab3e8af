import { openWordTable } from './indexWords.ts';
import type { Db } from './open.ts';
import { rebuildIfDamaged } from './searchIndex.ts';
import { all, countChanges, get, inUnsyncedTransaction, run } from './sql.ts';

/*
 * Statements on the search index of messages that erase from it, and that prove that nothing is left; searchIndex.ts has all others.
 */

/**
 * With more messages at once FTS5 marks their words as deleted, and the whole index is then written anew without them, in slices. Removing
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
  const text = `INSERT INTO messages_fts (messages_fts, rowid, text)
    SELECT 'delete', id, text FROM messages_folded WHERE id IN (SELECT value FROM json_each(?))
      AND id >= (SELECT indexed_from FROM search_index) AND id NOT IN (SELECT message_id FROM unindexed)`;
  const remove = () => {
    run(db, text, JSON.stringify(ids));
    flush(db);
  };
  const isMarked = how === 'marked' || ids.length > AT_ONCE;
  rebuildIfDamaged(db, isMarked ? () => markOnly(db, remove) : remove);
}

// Later deletions remove words from their places again.
function markOnly(db: Db, remove: () => void): void {
  setSecureDelete(db, false);
  remove();
  setSecureDelete(db, true);
  run(db, `UPDATE search_index SET erased_words = 'marked'`);
}

const flush = (db: Db) => run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('flush')`);

function setSecureDelete(db: Db, isOn: boolean): void {
  run(
    db,
    `INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', CAST(? AS INTEGER))`,
    Number(isOn),
  );
}

/** Whether the file of the index still has words of erased messages. */
export const hasErasedWords = (db: Db): boolean => getErasedWords(db) !== null;

const getErasedWords = (db: Db): 'marked' | 'rewriting' | null =>
  get<{ state: 'marked' | 'rewriting' | null }>(db, 'SELECT erased_words AS state FROM search_index')
    ?.state ?? null;

/** Of how many pages the index is, about. */
export const countIndexPages = (db: Db): number =>
  get<{ n: number }>(db, 'SELECT count(*) AS n FROM messages_fts_idx')?.n ?? 0;

/**
 * Writes about so many pages of the index anew, in one transaction, until `hasErasedWords` is false. All parts are merged into one, which takes words along
 * only if they are not deleted (https://www.sqlite.org/fts5.html#the_merge_command). Goes on where an earlier engine stopped, after a power cut where
 * the disk had come to; words that are marked meanwhile let it begin again. Call it outside of a transaction.
 */
export function rewriteIndex(db: Db, pages: number): void {
  const merge = (rank: number) => {
    const before = countChanges(db);
    run(db, `INSERT INTO messages_fts (messages_fts, rank) VALUES ('merge', ?)`, BigInt(rank));
    // The statement itself counts as one change.
    return countChanges(db) - before >= 2;
  };
  const rewrite = () => {
    const isBegun = getErasedWords(db) === 'rewriting';
    if (!isBegun) addParts(db);
    const hasMore = merge(isBegun ? pages : -pages);
    run(db, 'UPDATE search_index SET erased_words = ?', hasMore ? 'rewriting' : null);
  };
  rebuildIfDamaged(db, () => inUnsyncedTransaction(db, rewrite));
}

// FTS5 leaves an index alone that has a single part, or whose parts but one are being merged. So it gets two more.
function addParts(db: Db): void {
  run(db, `INSERT INTO messages_fts (rowid, text) VALUES (-1, 'x')`);
  flush(db);
  markOnly(db, () => {
    run(db, `INSERT INTO messages_fts (messages_fts, rowid, text) VALUES ('delete', -1, 'x')`);
    flush(db);
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
    SELECT id, text FROM messages_folded WHERE id IN (SELECT value FROM json_each(?))`;
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
  const asked = 'SELECT 1 FROM messages_fts WHERE messages_fts MATCH ? AND rowid = ?';
  const match = words.split(' ').map(toPhrase).join(' OR ');
  return get(db, asked, match, BigInt(id)) !== null;
}

const toPhrase = (word: string) => `"${word.replaceAll('"', '""')}"`;

/**
 * Whether beginnings of these words are to be read in the index although no message has such a word any more: FTS5 begins a page with as
 * much of a word as tells it from the one before, and leaves that in place when the word goes.
 */
function hasRemnants(db: Db, words: readonly IndexedWords[]): boolean {
  openWordTable(db);
  const begins = new Set(
    all<{ term: string }>(
      db,
      `SELECT CAST(substr(term, 2) AS TEXT) AS term FROM messages_fts_idx WHERE length(term) > 1`,
    ).map(({ term }) => term),
  );
  const isUsed = (begin: string) =>
    get(
      db,
      `SELECT 1 FROM temp.message_words WHERE term >= ? AND term < ? || char(1114111) LIMIT 1`,
      begin,
      begin,
    ) !== null;
  for (const word of new Set(words.flatMap((one) => one.words.split(' ')))) {
    for (let end = 1; end <= word.length; end += 1) {
      const begin = word.slice(0, end);
      if (begins.has(begin) && !isUsed(begin)) return true;
    }
  }
  return false;
}

/** Lets the index be written anew if it shows beginnings of words that nothing has any more. Call it in a transaction. */
export function markRemnants(db: Db, words: readonly IndexedWords[]): void {
  if (!hasErasedWords(db) && hasRemnants(db, words))
    run(db, `UPDATE search_index SET erased_words = 'marked'`);
}
