import { listMessages, type StoredOrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { listMatches, requestIndexCheck } from './searchIndex.ts';

/** A page of messages that match, newest first. */
export interface HitPage {
  readonly hits: StoredOrderedMessage[];
  /** The row id before which the next page starts; null if this is the last page. */
  readonly next: number | null;
}

/** The newest messages before the row id `before` that match an FTS5 expression. */
export function searchMessages(db: Db, match: string, before: number, limit: number): HitPage {
  const found = listMatches(db, match, before, limit + 1);
  const ids = found.slice(0, limit);
  const hits = listMessages(db, ids);
  // The index has messages that are not there. The others count all the same.
  if (hits.length < ids.length) requestIndexCheck(db);
  return { hits, next: found.length > limit ? (ids.at(-1) ?? null) : null };
}
