import { listNewestMatches } from './newestMatches.ts';
import type { Db } from './open.ts';

/** Of each term the newest so many exchanges are listed. */
export const MAX_LISTED = 200;
/** So many terms are remembered, 3 MB at most. */
const MAX_TERMS = 2_000;

const remembered = new WeakMap<Db, Map<string, readonly number[]>>();

/** The newest exchanges with a term, at most `limit` and `MAX_LISTED`, the newest first. */
export function listWithTerm(db: Db, term: string, limit: number): readonly number[] {
  const lists = remembered.get(db) ?? new Map<string, readonly number[]>();
  remembered.set(db, lists);
  // The same few words are in most questions, and to open the index takes as long as to read all this.
  const known = lists.get(term) ?? listNewestMatches(db, 'exchanges_fts', `"${term}"`, MAX_LISTED);
  if (lists.size >= MAX_TERMS) lists.clear();
  lists.set(term, known);
  return limit < known.length ? known.slice(0, limit) : known;
}

/** Forgets what is remembered. Call it whenever exchanges change. */
export function forgetTermLists(db: Db): void {
  remembered.delete(db);
}
