import { listNewestMatches, type WordIndex } from './newestMatches.ts';
import type { Db } from './open.ts';
import { type Bound, run } from './sql.ts';

/** Of each term the newest so many entries of an index are listed. */
export const MAX_LISTED = 200;
/** So many terms of an index are remembered, those asked for last; 3 MB at most. */
const MAX_TERMS = 2_000;

type TermLists = Map<string, readonly number[]>;

const remembered: Readonly<Record<WordIndex, WeakMap<Db, TermLists>>> = {
  exchanges_fts: new WeakMap(),
  canned_fts: new WeakMap(),
};

/**
 * The newest entries of a word index that match a term, as an FTS5 expression, at most `limit` and `MAX_LISTED`, the newest first.
 * They are remembered: the same few words are in most questions, and to open the index takes as long as to read all this.
 */
export function listRemembered(db: Db, index: WordIndex, match: string, limit: number): readonly number[] {
  const lists: TermLists = remembered[index].get(db) ?? new Map();
  remembered[index].set(db, lists);
  const known = lists.get(match) ?? listNewestMatches(db, index, match, MAX_LISTED);
  // A map keeps the order of insertion, so the first one is what was asked for least recently.
  lists.delete(match);
  lists.set(match, known);
  if (lists.size > MAX_TERMS) lists.delete(lists.keys().next().value ?? '');
  return limit < known.length ? known.slice(0, limit) : known;
}

/** Executes a statement that changes the entries of a word index; what is remembered of it is forgotten. Nothing else may change them. */
export function changeIndex(db: Db, index: WordIndex, text: string, ...values: readonly Bound[]): void {
  remembered[index].delete(db);
  run(db, text, ...values);
}
