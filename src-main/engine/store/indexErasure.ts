import type { Db } from './open.ts';
import { rebuildIfDamaged } from './searchIndex.ts';
import { all, get, inTransaction, run } from './sql.ts';

/*
 * Statements on the search index of messages that erase from it, and that prove that nothing is left; searchIndex.ts has all others.
 */

/**
 * With more messages at once FTS5 marks their words as deleted, and the whole index is then written anew without them. Removing each from
 * its place takes 46 to 157 times as long, but leaves the rest of the index alone.
 */
const BULK = 2_000;

/** now: the words are gone at the end of the transaction. marked: they are once `rewriteIndex` has run, which a crash must not prevent. */
export type Unindexing = 'now' | 'marked';

/** Removes the words of stored messages from the index. Call it in a transaction, before the messages are deleted. */
export function unindexMessages(db: Db, ids: readonly number[], how: Unindexing): void {
  const text = `INSERT INTO messages_fts (messages_fts, rowid, text)
    SELECT 'delete', id, text FROM messages_folded WHERE id IN (SELECT value FROM json_each(?))
      AND id >= (SELECT indexed_from FROM search_index) AND id NOT IN (SELECT message_id FROM unindexed)`;
  rebuildIfDamaged(db, () => {
    const isMarked = how === 'marked' || ids.length > BULK;
    if (isMarked) setSecureDelete(db, false);
    run(db, text, JSON.stringify(ids));
    run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('flush')`);
    if (isMarked && how === 'now') rewrite(db);
  });
}

/** Writes the index anew if words are only marked as deleted in it. */
export function rewriteIndex(db: Db): void {
  const text = `SELECT 1 FROM messages_fts_config WHERE k = 'secure-delete' AND v = 0`;
  if (get(db, text) !== null) rebuildIfDamaged(db, () => inTransaction(db, () => rewrite(db)));
}

function rewrite(db: Db): void {
  run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('optimize')`);
  setSecureDelete(db, true);
}

function setSecureDelete(db: Db, isOn: boolean): void {
  run(
    db,
    `INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', CAST(? AS INTEGER))`,
    Number(isOn),
  );
}

/** The words of messages as FTS5 divides them, so that they can be asked for once the messages are gone. */
export type IndexedWords = readonly { readonly word: string; readonly id: number }[];

/** Reads which words each of some stored messages has. */
export function readIndexedWords(db: Db, ids: readonly number[]): IndexedWords {
  run(db, `CREATE VIRTUAL TABLE IF NOT EXISTS temp.leaving_texts USING fts5 (text, tokenize = 'ascii')`);
  run(
    db,
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.leaving_words USING fts5vocab (temp, leaving_texts, instance)`,
  );
  const insert = `INSERT INTO temp.leaving_texts (rowid, text)
    SELECT id, text FROM messages_folded WHERE id IN (SELECT value FROM json_each(?))`;
  run(db, insert, JSON.stringify(ids));
  const words = all<{ word: string; id: number }>(
    db,
    'SELECT DISTINCT term AS word, doc AS id FROM temp.leaving_words',
  );
  run(db, 'DELETE FROM temp.leaving_texts');
  return words;
}

/** How many of these words the index still finds in the messages that had them. */
export function countLeftWords(db: Db, words: IndexedWords): number {
  const asked = 'SELECT count(*) AS n FROM messages_fts WHERE messages_fts MATCH ? AND rowid = ?';
  const found = words.filter(
    ({ word, id }) => (get<{ n: number }>(db, asked, toPhrase(word), BigInt(id))?.n ?? 0) > 0,
  );
  return found.length;
}

const toPhrase = (word: string) => `"${word.replaceAll('"', '""')}"`;

/**
 * Whether beginnings of these words are to be read in the index although no message has such a word any more: FTS5 begins a page with as
 * much of a word as tells it from the one before, and leaves that in place when the word goes.
 */
function hasRemnants(db: Db, words: IndexedWords): boolean {
  run(db, `CREATE VIRTUAL TABLE IF NOT EXISTS temp.message_words USING fts5vocab (main, messages_fts, row)`);
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
  for (const word of new Set(words.map((one) => one.word))) {
    for (let end = 1; end <= word.length; end += 1) {
      const begin = word.slice(0, end);
      if (begins.has(begin) && !isUsed(begin)) return true;
    }
  }
  return false;
}

/** Writes the whole index anew if it shows beginnings of words that nothing has any more. Call it in a transaction. */
export function removeRemnants(db: Db, words: IndexedWords): void {
  if (!hasRemnants(db, words)) return;
  rebuildIfDamaged(db, () => {
    // FTS5 leaves an index alone that has a single part, so it gets another.
    run(db, `INSERT INTO messages_fts (rowid, text) VALUES (-1, 'x')`);
    run(db, `INSERT INTO messages_fts (messages_fts) VALUES ('flush')`);
    setSecureDelete(db, false);
    run(db, `INSERT INTO messages_fts (messages_fts, rowid, text) VALUES ('delete', -1, 'x')`);
    rewrite(db);
  });
}
