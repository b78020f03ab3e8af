import { forgetExchanges } from './exchanges.ts';
import { forgetHandleInLogs } from './incidents.ts';
import { type Unindexing, unindexMessages } from './indexErasure.ts';
import { leaves, listLeavingConversations, listLeavingMessages } from './leaving.ts';
import { unindexNote } from './noteIndex.ts';
import type { Db } from './open.ts';
import type { personalTables } from './personalTables.ts';
import { deleteLeavingFiles } from './replyFiles.ts';
import { forgetHandle } from './rules.ts';
import { all, run } from './sql.ts';

const message = leaves('message_id', 'messages');
const conversation = leaves('conversation_id', 'conversations');
const person = leaves('person_id', 'people');
const ofEither = `${conversation} OR ${person}`;
const ofGroupsThatEnd = `group_id IN (SELECT group_id FROM group_messages WHERE ${message}) AND NOT EXISTS (
  SELECT 1 FROM group_messages o WHERE o.group_id = group_names.group_id AND NOT ${leaves('o.message_id', 'messages')})`;

/** Tables from which rows leave that are deleted like this; of the others of `personalTables.ts` functions take care. */
type Deleted = Exclude<keyof typeof personalTables, 'exchanges' | 'quarantine' | 'calls'> | 'charged_today';

/** Of each table the rows that leave, in the order in which they are deleted. A row that triggers change goes before what it depends on. */
const rows: Readonly<Record<Deleted, string>> = {
  survey_responses: `${message} OR ${leaves('survey_id', 'surveys')}`,
  imported_messages: message,
  group_names: ofGroupsThatEnd,
  group_messages: message,
  survey_messages: `${leaves('survey_id', 'surveys')} OR ${leaves('outbox_id', 'outbox')}`,
  survey_opt_outs: person,
  vips: person,
  target_results: conversation,
  surveys: leaves('id', 'surveys'),
  contexts: `${person} OR ${message} OR ${leaves('for_message_id', 'messages')}`,
  unindexed: message,
  waiting_imports: message,
  earlier_texts: message,
  post_versions: message,
  post_mentions: message,
  dm_media: message,
  quote_counts: message,
  parents: `${person} OR ${leaves('for_message_id', 'messages')} OR x_id IN (SELECT x_id FROM temp.leaving_messages WHERE kind = 'post')`,
  hits: message,
  unread_hits: message,
  hidden_hits: message,
  blocked_authors: person,
  moderation: `${leaves('x_id', 'people')} OR x_id IN (SELECT x_id FROM temp.leaving_messages WHERE kind = 'post')`,
  conversation_tags: conversation,
  note_mentions: conversation,
  notes: conversation,
  note_drafts: conversation,
  draft_uses: conversation,
  drafts: conversation,
  approvals: ofEither,
  incident_replies: `${conversation} OR ${leaves('outbox_id', 'outbox')}`,
  canned_uses: `${conversation} OR ${leaves('outbox_id', 'outbox')}`,
  reply_uses: conversation,
  handovers: `${ofEither} OR ${leaves('outbox_id', 'outbox')}`,
  outbox: leaves('id', 'outbox'),
  exchange_queue: conversation,
  rule_events: `${conversation} OR ${message}`,
  rule_runs: `${conversation} OR ${message}`,
  rule_waits: conversation,
  activities: `${conversation} OR (conversation_id IS NULL AND ${leaves(`iif(json_valid(facts), facts ->> 'personId', NULL)`, 'people')})`,
  charged_today: `thing IN (SELECT kind || ':' || x_id FROM temp.leaving_messages UNION ALL SELECT 'user:' || id FROM temp.leaving_people)`,
  messages: leaves('id', 'messages'),
  conversations: leaves('id', 'conversations'),
  people: leaves('x_id', 'people'),
};

/**
 * Deletes what was collected by `leaving.ts`, in the search indexes too. What calls cost stays, without the conversation for which they
 * were made. Call it in a transaction with foreign keys switched off: SQLite would look for each row in every table that may refer to it.
 */
export function deleteLeaving(db: Db, how: Unindexing = 'atOnce'): void {
  unindexMessages(db, listLeavingMessages(db), how);
  const notes = `SELECT row_id AS rowId, text FROM notes WHERE ${conversation} AND deleted_at IS NULL`;
  for (const note of all<{ rowId: number; text: string }>(db, notes)) unindexNote(db, note);
  for (const id of listLeavingConversations(db)) forgetExchanges(db, id);
  run(db, `UPDATE calls SET conversation_id = NULL WHERE ${conversation}`);
  run(db, `UPDATE handovers SET reminder_id = NULL WHERE ${leaves('reminder_id', 'outbox')}`);
  for (const table of ['draft_uses', 'reply_uses'])
    run(db, `UPDATE ${table} SET message_id = NULL WHERE ${message}`);
  run(db, `UPDATE survey_opt_outs SET survey_id = NULL WHERE ${leaves('survey_id', 'surveys')}`);
  run(db, `UPDATE group_names SET name = '', author_id = NULL WHERE ${leaves('author_id', 'people')}`);
  for (const [table, condition] of Object.entries(rows)) run(db, `DELETE FROM ${table} WHERE ${condition}`);
  deleteLeavingFiles(db);
}

/** Deletes what X sent about somebody and Perch could not read, and the searches for them, and takes them out of rules. */
export function deleteTraces(
  db: Db,
  { id, handle, name }: { readonly id: string; readonly handle: string; readonly name: string },
): void {
  run(db, `DELETE FROM quarantine WHERE instr(item, '"' || ? || '"') > 0`, id);
  forgetHandle(db, handle);
  forgetHandleInLogs(db, handle);
  const names = [id, handle, name].filter((one) => one !== '').map((one) => one.toLowerCase());
  for (const { text } of all<{ text: string }>(db, 'SELECT text FROM past_searches')) {
    const isNamed = names.some((one) => hasWord(text.toLowerCase(), one));
    if (isNamed) run(db, 'DELETE FROM past_searches WHERE text = ?', text);
  }
}

// So that a search for `bottle` is not one for `bo`.
function hasWord(text: string, word: string): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}_]/u.test(text.charAt(at));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + word.length)) return true;
  }
  return false;
}
