import type { MessageKind } from '#shared/domain/message.ts';
import type { MessageFacts } from './messages.ts';
import type { Db } from './open.ts';
import { rowIdCeiling, rowIdFloor } from './rowIds.ts';
import { all, get, run } from './sql.ts';

/** Whether an id stands for a message of which Perch has no id of X. X's never begin with a zero. */
export const isLocalId = (xId: string): boolean => xId.startsWith('0');

/** The same in SQL, for the id in a column. */
export const isLocal = (column: string): string => `${column} GLOB '0*'`;

/** Whether the message with this row id came from a table of another tool, in SQL. */
export const isImported = (id: string): string =>
  `EXISTS (SELECT 1 FROM imported_messages WHERE message_id = ${id})`;

/** Records that a message came from a table of another tool, and who wrote it there. */
export function putImportedMessage(db: Db, messageId: number, agent: string | null): void {
  run(db, 'INSERT OR IGNORE INTO imported_messages (message_id, agent) VALUES (?, ?)', messageId, agent);
}

/** The messages of a person and direction between two times, inclusive. */
export function listWritten(
  db: Db,
  { personId, role }: Pick<MessageFacts, 'personId' | 'role'>,
  from: number,
  to: number,
): { readonly id: number; readonly kind: MessageKind; readonly xId: string; readonly text: string }[] {
  const text = `SELECT id, kind, x_id AS xId, text FROM messages WHERE person_id = ? AND id BETWEEN ? AND ?
    AND (role = 'own') = (? = 'own') AND role <> 'context'`;
  return all(db, text, personId, rowIdFloor(from), rowIdCeiling(to), role);
}

/** Whether any message came from a table of another tool. */
export const hasImported = (db: Db): boolean => get(db, 'SELECT 1 FROM imported_messages LIMIT 1') !== null;

/** Gives a stored message its id of X. */
export function giveXId(
  db: Db,
  id: number,
  { xId, versionXId }: Pick<MessageFacts, 'xId' | 'versionXId'>,
): void {
  run(db, 'UPDATE messages SET x_id = ?, version_x_id = ? WHERE id = ?', xId, versionXId, id);
}

/** Whether a message with this id of X is stored, as post or private message. */
export function isStored(db: Db, xId: string): boolean {
  return get(db, `SELECT 1 FROM messages WHERE kind IN ('post', 'dm') AND x_id = ?`, xId) !== null;
}

/** Those of some conversations whose last message came from a table: what it ends is over. */
export function listEndedByImport(db: Db, conversationIds: readonly string[]): string[] {
  const text = `SELECT w.value AS id FROM json_each(?) w WHERE EXISTS (SELECT 1 FROM imported_messages
    WHERE message_id = (SELECT max(id) FROM messages WHERE conversation_id = w.value))`;
  return all<{ id: string }>(db, text, JSON.stringify(conversationIds)).map((row) => row.id);
}
