import type { DueReply } from '#shared/domain/serviceLevel.ts';
import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/** When a reply is due, when it is late, and by which target of which service level. */
export interface DueTimes {
  readonly dueAt: number;
  readonly lateAt: number;
  readonly dueReply: DueReply | null;
  /** The id of the level; null for the standard one. */
  readonly dueLevel: string | null;
}

/** Since when the clock of the target of a conversation runs that is due. */
export const targetSinceOf = (c: string): string =>
  `iif(${c}.due_reply = 'first', ${c}.opened_at, ${c}.waiting_since)`;

/** A conversation that waits for a reply, with its due times as they are stored. */
export interface Waiting {
  readonly id: string;
  readonly waitingSince: number;
  readonly openedAt: number;
  /** As JSON. */
  readonly pauses: string | null;
  readonly dueAt: number | null;
  readonly lateAt: number | null;
  readonly dueReply: DueReply | null;
  readonly dueLevel: string | null;
}

/** Conversations that wait for a reply, those that wait longest first, at most `limit` after one of them. */
export function listWaiting(
  db: Db,
  limit: number,
  after: Pick<Waiting, 'waitingSince' | 'id'> = { waitingSince: 0, id: '' },
): Waiting[] {
  const text = `SELECT id, waiting_since AS waitingSince, opened_at AS openedAt, pauses, due_at AS dueAt, late_at AS lateAt,
      due_reply AS dueReply, due_level AS dueLevel
    FROM conversations INDEXED BY conversations_waiting
    WHERE waiting_since IS NOT NULL AND (waiting_since, id) > (?, ?) ORDER BY waiting_since, id LIMIT ?`;
  return all<Waiting>(db, text, after.waitingSince, after.id, limit);
}

/** Sets the due times of conversations, in one statement however many they are. */
export function setDueTimes(db: Db, changed: readonly (DueTimes & { readonly id: string })[]): void {
  const rows = changed.map(({ id, dueAt, lateAt, dueLevel }) => [id, dueAt, lateAt, dueLevel]);
  const text = `UPDATE conversations SET due_at = due.value ->> 1, late_at = due.value ->> 2, due_level = due.value ->> 3
    FROM json_each(?) due WHERE conversations.id = due.value ->> 0`;
  if (rows.length > 0) run(db, text, JSON.stringify(rows));
}
