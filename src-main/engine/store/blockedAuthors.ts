import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** SQL: whether the author of the message with this row id is blocked in the Watchlist. */
export const isByBlocked = (messageRowId: string): string =>
  `EXISTS (SELECT 1 FROM messages written JOIN blocked_authors b ON b.person_id = written.author_id
    WHERE written.id = ${messageRowId})`;

/** Remembers since when an author is blocked, or with null that they are not. Returns whether that is new. */
export function setAuthorBlocked(db: Db, personId: string, since: number | null): boolean {
  const changes =
    since === null
      ? run(db, 'DELETE FROM blocked_authors WHERE person_id = ?', personId)
      : run(db, 'INSERT OR IGNORE INTO blocked_authors VALUES (?, ?)', personId, since);
  return changes > 0;
}

export function isAuthorBlocked(db: Db, personId: string): boolean {
  return get(db, 'SELECT 1 FROM blocked_authors WHERE person_id = ?', personId) !== null;
}

/** An author whose posts the Watchlist leaves out. */
export interface BlockedAuthor {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly since: number;
}

/** All blocked authors, the last blocked one first. */
export function listBlockedAuthors(db: Db): BlockedAuthor[] {
  const text = `SELECT person_id AS id, p.handle, p.name, since
    FROM blocked_authors CROSS JOIN people p ON p.x_id = person_id`;
  return all<BlockedAuthor>(db, text).toSorted((a, b) => b.since - a.since);
}
