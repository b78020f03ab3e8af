import type { Db } from './open.ts';
import { all, run } from './sql.ts';

/*
 * What an erasure takes along, in tables that are only in memory: the ids of people, conversations, messages, replies, surveys and
 * files. Each statement of `erasedRows.ts` refers to them.
 */

const tables = {
  leaving_people: '(id TEXT PRIMARY KEY) WITHOUT ROWID',
  leaving_conversations: '(id TEXT PRIMARY KEY) WITHOUT ROWID',
  leaving_messages: '(id INTEGER PRIMARY KEY, kind TEXT, x_id TEXT)',
  leaving_outbox: '(id TEXT PRIMARY KEY) WITHOUT ROWID',
  leaving_surveys: '(id TEXT PRIMARY KEY) WITHOUT ROWID',
  leaving_files: '(id TEXT PRIMARY KEY) WITHOUT ROWID',
} as const;

/** A condition that is true if `column` is one of the ids that leave. */
export const leaves = (
  column: string,
  what: 'people' | 'conversations' | 'messages' | 'outbox' | 'surveys' | 'files',
): string => `${column} IN (SELECT id FROM temp.leaving_${what})`;

/** Collects what belongs to a person. Call `forgetLeaving` afterwards. */
export function collectPerson(db: Db, personId: string): void {
  forgetLeaving(db);
  run(db, 'INSERT INTO temp.leaving_people VALUES (?)', personId);
  const byPerson = 'SELECT id FROM conversations WHERE person_id = ?';
  run(db, `INSERT INTO temp.leaving_conversations ${byPerson}`, personId);
  const written = `SELECT id, kind, x_id FROM messages WHERE person_id = :id
    OR (author_id = :id AND author_id <> person_id AND role <> 'own')`;
  run(db, `INSERT INTO temp.leaving_messages ${written}`, { id: personId });
  collectRest(db);
}

/** Collects conversations, and their people of whom nothing is left then. Call `forgetLeaving` afterwards. */
export function collectConversations(db: Db, ids: readonly string[]): void {
  forgetLeaving(db);
  run(db, 'INSERT INTO temp.leaving_conversations SELECT value FROM json_each(?)', JSON.stringify(ids));
  const written = `SELECT id, kind, x_id FROM messages WHERE ${leaves('conversation_id', 'conversations')}`;
  run(db, `INSERT INTO temp.leaving_messages ${written}`);
  // What they want is not forgotten with what they wrote.
  const people = `SELECT DISTINCT person_id FROM conversations c WHERE ${leaves('id', 'conversations')}
    AND NOT EXISTS (SELECT 1 FROM conversations o WHERE o.person_id = c.person_id AND NOT ${leaves('o.id', 'conversations')})
    AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.person_id = c.person_id AND NOT ${leaves('m.id', 'messages')})
    AND NOT EXISTS (SELECT 1 FROM survey_opt_outs s WHERE s.person_id = c.person_id)
    AND NOT EXISTS (SELECT 1 FROM vips v WHERE v.person_id = c.person_id)
    AND NOT EXISTS (SELECT 1 FROM blocked_authors b WHERE b.person_id = c.person_id)
    AND NOT EXISTS (SELECT 1 FROM moderation d WHERE d.x_id = c.person_id)`;
  run(db, `INSERT INTO temp.leaving_people ${people}`);
  collectRest(db);
}

/** The rows of the messages that an erasure of a person takes along. */
export function listMessagesOf(db: Db, personId: string): number[] {
  try {
    collectPerson(db, personId);
    return listLeavingMessages(db);
  } finally {
    forgetLeaving(db);
  }
}

/** The people who leave. */
export const listLeavingPeople = (db: Db): string[] =>
  all<{ id: string }>(db, 'SELECT id FROM temp.leaving_people').map(({ id }) => id);

/** Collects what follows from the people, conversations and messages that leave. */
function collectRest(db: Db): void {
  collectContext(db);
  const rows = `${leaves('conversation_id', 'conversations')} OR ${leaves('person_id', 'people')}`;
  run(db, `INSERT INTO temp.leaving_outbox SELECT id FROM outbox WHERE ${rows}`);
  run(db, `INSERT INTO temp.leaving_surveys SELECT id FROM surveys WHERE ${rows}`);
  const inDrafts = `SELECT a.value ->> 'id' AS id FROM drafts d, json_each(d.attachments) a
    WHERE ${leaves('d.conversation_id', 'conversations')} AND json_valid(d.attachments)`;
  const inOutbox = `SELECT a.value ->> 'id' FROM outbox o, json_each(o.attachments) a
    WHERE ${leaves('o.id', 'outbox')} AND json_valid(o.attachments)`;
  const inApprovals = `SELECT a.value ->> 'id' FROM approvals p, json_each(p.reply, '$.attachments') a
    WHERE ${leaves('p.conversation_id', 'conversations')} AND json_valid(p.reply)`;
  const files = `${inDrafts} UNION ${inOutbox} UNION ${inApprovals}`;
  run(db, `INSERT INTO temp.leaving_files SELECT id FROM (${files}) WHERE id IS NOT NULL`);
}

// Posts of others that are kept only because a message that leaves refers to them.
function collectContext(db: Db): void {
  const text = `INSERT OR IGNORE INTO temp.leaving_messages SELECT m.id, m.kind, m.x_id FROM messages m
    WHERE m.role = 'context' AND m.conversation_id IS NULL
      AND m.id IN (SELECT message_id FROM contexts WHERE ${leaves('for_message_id', 'messages')})
      AND NOT EXISTS (SELECT 1 FROM contexts WHERE message_id = m.id AND NOT ${leaves('for_message_id', 'messages')})
      AND NOT EXISTS (SELECT 1 FROM hits WHERE message_id = m.id)`;
  run(db, text);
}

/** The conversations that leave. */
export const listLeavingConversations = (db: Db): string[] =>
  all<{ id: string }>(db, 'SELECT id FROM temp.leaving_conversations').map(({ id }) => id);

/** The rows of the messages that leave. */
export const listLeavingMessages = (db: Db): number[] =>
  all<{ id: number }>(db, 'SELECT id FROM temp.leaving_messages').map(({ id }) => id);

/** Empties what was collected. */
export function forgetLeaving(db: Db): void {
  for (const [name, columns] of Object.entries(tables)) {
    run(db, `CREATE TEMP TABLE IF NOT EXISTS ${name} ${columns}`);
    run(db, `DELETE FROM temp.${name}`);
  }
}
