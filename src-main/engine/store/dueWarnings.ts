import type { DueReply } from '#shared/domain/serviceLevel.ts';
import { targetSinceOf } from './dueTimes.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** Of the queue, what has a target and is the agent's (`:agent`, an id) or nobody's. */
const isTheirs = 'c.in_queue = 1 AND c.due_reply IS NOT NULL AND (c.agent IS NULL OR c.agent = :agent)';
const isWarned = `c.warned_since IS ${targetSinceOf('c')}`;

/** A conversation whose target has not passed. */
export interface DueSoon {
  readonly id: string;
  readonly reply: DueReply;
  readonly levelId: string | null;
  readonly dueAt: number;
}

/** The conversations of an agent or of nobody that are due after `after`, until `until`, and not warned about; the earliest first. */
export function listDueSoon(
  db: Db,
  window: { readonly agent: string; readonly after: number; readonly until: number },
): DueSoon[] {
  const text = `SELECT c.id, c.due_reply AS reply, c.due_level AS levelId, c.due_at AS dueAt
    FROM conversations c INDEXED BY conversations_queue
    WHERE ${isTheirs} AND c.due_at > :after AND c.due_at <= :until AND NOT ${isWarned} ORDER BY c.due_at, c.id`;
  return all<DueSoon>(db, text, window);
}

/** How many conversations of an agent or of nobody became overdue after `after`, until `until`. */
export function countOverdue(
  db: Db,
  window: { readonly agent: string; readonly after: number; readonly until: number },
): number {
  const text = `SELECT count(*) AS n FROM conversations c INDEXED BY conversations_queue
    WHERE ${isTheirs} AND c.due_at > :after AND c.due_at <= :until`;
  return get<{ n: number }>(db, text, window)?.n ?? 0;
}

/** Notes that the targets which are due in these conversations have been warned about. */
export function setWarned(db: Db, ids: readonly string[]): void {
  const text = `UPDATE conversations AS c SET warned_since = ${targetSinceOf('c')}
    WHERE c.id IN (SELECT value FROM json_each(?))`;
  run(db, text, JSON.stringify(ids));
}
