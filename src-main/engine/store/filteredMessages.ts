import type { Db } from './open.ts';
import { all, type Value } from './sql.ts';

/** A part of a statement, and the values of its placeholders. */
export interface SqlPart {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Row ids of messages: from `from`, before `before`. */
export interface RowRange {
  readonly from: number;
  readonly before: number;
}

/** Which of the messages `ids` meet all conditions, newest first. */
export function filterMessages(db: Db, ids: readonly number[], conditions: readonly SqlPart[]): number[] {
  const text = `SELECT m.id FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value
    LEFT JOIN conversations c ON c.id = m.conversation_id
    WHERE ${['true', ...conditions.map((condition) => condition.text)].join(' AND ')} ORDER BY m.id DESC`;
  const values = conditions.flatMap((condition) => condition.values);
  return all<{ id: number }>(db, text, JSON.stringify(ids), ...values).map(({ id }) => id);
}

/** The newest messages in a range. */
export function listNewestMessages(db: Db, { from, before }: RowRange, limit: number): number[] {
  const text = 'SELECT id FROM messages WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?';
  return all<{ id: number }>(db, text, BigInt(from), BigInt(before), limit).map(({ id }) => id);
}

/** The newest messages in a range in the histories of some people. */
export function listNewestMessagesOf(
  db: Db,
  people: readonly string[],
  { from, before }: RowRange,
  limit: number,
): number[] {
  const text = `SELECT m.id FROM json_each(?) person CROSS JOIN messages m ON m.person_id = person.value
    WHERE m.id >= ? AND m.id < ? ORDER BY m.id DESC LIMIT ?`;
  const values = [JSON.stringify(people), BigInt(from), BigInt(before), limit];
  return all<{ id: number }>(db, text, ...values).map(({ id }) => id);
}

/** The newest messages in a range in the conversations that a statement selects; null if it selects more than `mostConversations`. */
export function listNewestMessagesIn(
  db: Db,
  conversations: SqlPart,
  mostConversations: number,
  { from, before }: RowRange,
  limit: number,
): number[] | null {
  const some = `${conversations.text} LIMIT ${mostConversations + 1}`;
  const ids = all<{ id: string }>(db, some, ...conversations.values).map(({ id }) => id);
  if (ids.length > mostConversations) return null;
  const text = `SELECT m.id FROM json_each(?) wanted CROSS JOIN messages m ON m.conversation_id = wanted.value
    WHERE m.id >= ? AND m.id < ? ORDER BY m.id DESC LIMIT ?`;
  const values = [JSON.stringify(ids), BigInt(from), BigInt(before), limit];
  return all<{ id: number }>(db, text, ...values).map(({ id }) => id);
}

/** The texts of messages, as X has them. */
export function mapTexts(db: Db, ids: readonly number[]): ReadonlyMap<number, string> {
  const text = 'SELECT m.id, m.text FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value';
  const rows = all<{ id: number; text: string }>(db, text, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row.text]));
}
