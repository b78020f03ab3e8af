import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** One call to X in the ledger; money in millionths of a US dollar. */
export interface CallRow {
  readonly at: number;
  /** The UTC day, such as `2026-11-23`. */
  readonly day: string;
  readonly name: string;
  readonly source: string;
  readonly conversationId: string | null;
  /** The HTTP status; null if no response came. */
  readonly status: number | null;
  readonly items: number;
  readonly microUsd: number;
}

/** The totals of several calls. */
export interface CallSum {
  readonly calls: number;
  readonly items: number;
  readonly microUsd: number;
}

/** Appends a call to the ledger. */
export function insertCall(db: Db, row: CallRow): void {
  run(
    db,
    `INSERT INTO calls (at, day, name, source, conversation_id, status, items, micro_usd)
     VALUES (:at, :day, :name, :source, :conversationId, :status, :items, :microUsd)`,
    { ...row },
  );
}

/** The total cost of the calls from `from` (inclusive) to `to` (exclusive). */
export function sumMicroUsd(db: Db, from: number, to: number): number {
  const text = 'SELECT coalesce(sum(micro_usd), 0) AS microUsd FROM calls WHERE at >= ? AND at < ?';
  return get<{ microUsd: number }>(db, text, from, to)?.microUsd ?? 0;
}

const sum = 'sum(times) AS calls, sum(items) AS items, sum(micro_usd) AS microUsd';
const within = 'at >= ? AND at < ?';

/** The calls by UTC day, oldest first. */
export function sumCallsByDay(db: Db, from: number, to: number) {
  return all<CallSum & { readonly day: string }>(
    db,
    `SELECT day, ${sum} FROM calls WHERE ${within} GROUP BY day ORDER BY day`,
    from,
    to,
  );
}

/** The calls by source, the most expensive first. */
export function sumCallsBySource(db: Db, from: number, to: number) {
  return all<CallSum & { readonly source: string }>(
    db,
    `SELECT source, ${sum} FROM calls WHERE ${within} GROUP BY source ORDER BY sum(micro_usd) DESC, source`,
    from,
    to,
  );
}

/** The calls by conversation with its person, the most expensive first. */
export function sumCallsByConversation(db: Db, from: number, to: number) {
  return all<CallSum & { readonly conversationId: string } & Record<'handle' | 'name', string>>(
    db,
    `SELECT conversation_id AS conversationId, people.handle AS handle, people.name AS name, ${sum} FROM calls
     JOIN conversations ON conversations.id = calls.conversation_id
     JOIN people ON people.x_id = conversations.person_id
     WHERE ${within} GROUP BY conversation_id ORDER BY sum(micro_usd) DESC, conversation_id`,
    from,
    to,
  );
}

/** Merges like calls of one hour, from `from` (inclusive) to `to` (exclusive), into one row, so that years of calls stay small. */
export function mergeCalls(db: Db, from: number, to: number): void {
  run(
    db,
    `CREATE TEMP TABLE merged AS SELECT min(id) AS id, min(at) AS at, day, name, source, conversation_id, status,
       sum(items) AS items, sum(micro_usd) AS micro_usd, sum(times) AS times
     FROM calls WHERE ${within} GROUP BY at / 3600000, name, source, conversation_id, status`,
    from,
    to,
  );
  run(db, `DELETE FROM calls WHERE ${within}`, from, to);
  db.exec(`INSERT INTO calls (id, at, day, name, source, conversation_id, status, items, micro_usd, times)
     SELECT id, at, day, name, source, conversation_id, status, items, micro_usd, times FROM temp.merged;
     DROP TABLE temp.merged`);
}
