import type { Reason } from '#shared/domain/conversation.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import { isImported } from './importedMessages.ts';
import { namedLanguage } from './languages.ts';
import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A message that is not assigned yet. */
export interface UnthreadedMessage {
  readonly id: number;
  readonly kind: MessageKind;
  readonly xId: string;
  readonly role: MessageRole;
  readonly reason: Reason;
  readonly personId: string;
  readonly text: string;
  /** X's code of the language of the text; null if X named none. */
  readonly lang: string | null;
  readonly at: number;
  readonly isImported?: 0 | 1;
}

const unthreaded = `SELECT id, kind, x_id AS xId, role, coalesce(reason, 'mention') AS reason, person_id AS personId, text,
  ${namedLanguage('lang')} AS lang, at,
  ${isImported('messages.id')} AS isImported FROM messages WHERE threaded = 0`;

/**
 * That a message does not wait for an import, in SQL: what an import brings is threaded by it alone, and not as news. A poll meanwhile would
 * thread all of it at once, which blocked the engine for 44 seconds.
 */
export const isNotImports = (id: string): string => `${id} NOT IN (SELECT message_id FROM waiting_imports)`;

/** The messages that are not assigned yet and wait for no import, in the order of time. */
export const listUnthreaded = (db: Db): UnthreadedMessage[] =>
  all<UnthreadedMessage>(db, `${unthreaded} AND ${isNotImports('messages.id')} ORDER BY id`);

/** The messages of some people that are not assigned yet, in the order of time. */
export function listUnthreadedOf(db: Db, personIds: Iterable<string>): UnthreadedMessage[] {
  // The plus sign keeps SQLite from reading all that these people ever wrote.
  const text = `${unthreaded} AND +person_id IN (SELECT value FROM json_each(?)) ORDER BY id`;
  return all<UnthreadedMessage>(db, text, JSON.stringify([...personIds]));
}

/** The message with this row id, if it is not assigned yet. */
export const getUnthreaded = (db: Db, id: number): UnthreadedMessage | null =>
  get<UnthreadedMessage>(db, `${unthreaded} AND id = ?`, id);

interface UnthreadedSlice {
  /** After this row id. */
  readonly after: number;
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
  readonly limit: number;
}

/** The first messages of a person in a span of time that are not assigned yet, in the order of time. */
export function listUnthreadedSlice(
  db: Db,
  personId: string,
  { after, from, until, limit }: UnthreadedSlice,
): UnthreadedMessage[] {
  const text = `${unthreaded} AND person_id = ? AND id > ? AND at >= ? AND at < ? ORDER BY id LIMIT ?`;
  return all<UnthreadedMessage>(db, text, personId, after, from, until, limit);
}

/** How many messages of a person are not assigned yet, counted up to a limit. */
export function countUnthreadedOf(db: Db, personId: string, limit: number): number {
  const text =
    'SELECT count(*) AS n FROM (SELECT 1 FROM messages WHERE person_id = ? AND threaded = 0 LIMIT ?)';
  return get<{ n: number }>(db, text, personId, limit)?.n ?? 0;
}

/** The people of the oldest messages that are not assigned yet. */
export function listUnthreadedPeople(db: Db, limit: number): string[] {
  const text = `SELECT DISTINCT person_id AS id FROM (
    SELECT person_id FROM messages INDEXED BY messages_unthreaded WHERE threaded = 0 ORDER BY id LIMIT 1000) LIMIT ?`;
  return all<{ id: string }>(db, text, limit).map((row) => row.id);
}

/** Leaves own posts outside of any conversation if their people have none, and nothing from which one could follow. */
export function leaveOutside(db: Db, ids: readonly number[]): void {
  // The plus sign keeps SQLite from reading every post that is stored.
  const text = `UPDATE messages SET threaded = 1
    WHERE id IN (SELECT value FROM json_each(?)) AND threaded = 0 AND role = 'own' AND +kind = 'post'
    AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.person_id = messages.person_id)
    AND person_id NOT IN (SELECT person_id FROM messages INDEXED BY messages_unthreaded WHERE threaded = 0 AND role = 'wanted')`;
  run(db, text, JSON.stringify(ids));
}

/** Leaves those of some messages that are not assigned yet to the import that stored them. */
export function leaveToImport(db: Db, ids: readonly number[]): void {
  const text = `INSERT OR IGNORE INTO waiting_imports
    SELECT id FROM messages WHERE id IN (SELECT value FROM json_each(?)) AND threaded = 0`;
  run(db, text, JSON.stringify(ids));
}

/** Leaves to the import all messages of a person that are not assigned yet. */
export function leavePersonToImport(db: Db, personId: string): void {
  const text = `INSERT OR IGNORE INTO waiting_imports SELECT id FROM messages WHERE person_id = ? AND threaded = 0`;
  run(db, text, personId);
}

/** Leaves to nobody's import what still waits for one, so that capture threads it. */
export const endWaitingForImport = (db: Db): unknown => run(db, 'DELETE FROM waiting_imports');

/** Whether there is a message that is not assigned yet and waits for no import. */
export function hasUnthreaded(db: Db): boolean {
  const text = `SELECT 1 FROM messages WHERE threaded = 0 AND ${isNotImports('messages.id')} LIMIT 1`;
  return get(db, text) !== null;
}

/** The conversation of a message; null for a message outside of any. */
interface MessageAssignment {
  readonly id: number;
  readonly conversationId: string | null;
}

/** Stores to which conversations messages belong. */
export function assignMessages(db: Db, assignments: readonly MessageAssignment[]): void {
  const text = 'UPDATE messages SET conversation_id = ?, threaded = 1 WHERE id = ?';
  for (const { id, conversationId } of assignments) run(db, text, conversationId, id);
  if (get(db, 'SELECT 1 FROM waiting_imports LIMIT 1') === null) return;
  for (const { id } of assignments) run(db, 'DELETE FROM waiting_imports WHERE message_id = ?', id);
}

/** Shows `messageId` in a person's history because the person's message `forMessageId` refers to it. */
export function linkContext(db: Db, personId: string, messageId: number, forMessageId: number): void {
  run(db, 'INSERT OR IGNORE INTO contexts VALUES (?, ?, ?)', personId, messageId, forMessageId);
}

/** The conversations that contain a message or show it as context. */
export function listConversationsShowing(db: Db, messageId: number): string[] {
  const text = `SELECT conversation_id AS id FROM messages WHERE id = :messageId AND conversation_id IS NOT NULL
    UNION SELECT m.conversation_id FROM contexts x JOIN messages m ON m.id = x.for_message_id
      WHERE x.message_id = :messageId AND m.conversation_id IS NOT NULL`;
  return all<{ id: string }>(db, text, { messageId }).map((row) => row.id);
}
