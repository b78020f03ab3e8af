import type { Note } from '#shared/domain/note.ts';
import { type Agent, listAgents, nameOfAgent } from './agents.ts';
import { parseColumn } from './jsonColumn.ts';
import { indexNote, unindexNote } from './noteIndex.ts';
import { type NoteState, StoredMentions } from './noteState.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A note as it is stored. */
export interface StoredNote extends NoteState {
  readonly rowId: number;
  readonly id: string;
  readonly conversationId: string;
  /** The id of the agent who wrote it. */
  readonly agent: string;
  readonly createdAt: number;
}

type NoteRow = Omit<StoredNote, 'mentions'> & { readonly mentions: string; readonly agentName: string };

const select = `SELECT n.row_id AS rowId, n.id, n.conversation_id AS conversationId, n.agent,
    ${nameOfAgent('n.agent')} AS agentName, n.text, n.mentions, n.created_at AS createdAt, n.edited_at AS editedAt,
    n.deleted_at AS deletedAt`;

/** The notes on a person's conversations between two times (both inclusive), oldest first, without deleted ones. */
export function listNotes(db: Db, personId: string, from: number, to: number): Note[] {
  const text = `${select} FROM conversations c JOIN notes n ON n.conversation_id = c.id AND n.deleted_at IS NULL
    WHERE c.person_id = ? AND n.created_at BETWEEN ? AND ? ORDER BY n.created_at, n.row_id`;
  return toNotes(db, all<NoteRow>(db, text, personId, from, to));
}

/** Notes by their rows, newest first; unknown and deleted ones are left out. */
export function listNotesByRow(db: Db, rowIds: readonly number[]): Note[] {
  const text = `${select} FROM notes n WHERE n.row_id IN (SELECT value FROM json_each(?) wanted)
    AND n.deleted_at IS NULL`;
  const rows = all<NoteRow>(db, text, JSON.stringify(rowIds));
  return toNotes(
    db,
    rows.toSorted((a, b) => b.rowId - a.rowId),
  );
}

/** A note, also a deleted one; null if there is none. */
export function getNote(db: Db, id: string): StoredNote | null {
  const row = get<NoteRow>(db, `${select} FROM notes n WHERE n.id = ?`, id);
  return row ? { ...row, mentions: readMentions(row) } : null;
}

/** Inserts a note and indexes its words; whoever it mentions has not seen it. */
export function insertNote(db: Db, note: Omit<StoredNote, 'rowId'>): void {
  const { id, conversationId, agent, text, mentions, createdAt, editedAt, deletedAt } = note;
  const insert = `INSERT INTO notes (id, conversation_id, agent, text, mentions, created_at, edited_at, deleted_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  const json = JSON.stringify(mentions);
  run(db, insert, id, conversationId, agent, text, json, createdAt, editedAt, deletedAt);
  setMentioned(db, note);
  indexNote(db, id);
}

/** Sets what agents change of a note. Whoever it mentions anew has not seen it; mentions of a deleted note are none. */
export function setNoteState(db: Db, before: StoredNote, state: NoteState): void {
  if (before.deletedAt === null) unindexNote(db, before);
  const text = 'UPDATE notes SET text = ?, mentions = ?, edited_at = ?, deleted_at = ? WHERE id = ?';
  const { mentions, editedAt, deletedAt } = state;
  run(db, text, state.text, JSON.stringify(mentions), editedAt, deletedAt, before.id);
  setMentioned(db, { ...before, ...state });
  if (deletedAt === null) indexNote(db, before.id);
}

/** Takes all mentions of an agent in a conversation as seen; returns how many were not. */
export function setMentionsSeen(db: Db, conversationId: string, agent: string, now: number): number {
  const text = `UPDATE note_mentions SET seen_at = ? WHERE conversation_id = ? AND agent = ? AND seen_at IS NULL`;
  return run(db, text, now, conversationId, agent);
}

function setMentioned(db: Db, note: Omit<StoredNote, 'rowId'>): void {
  const { id, conversationId, agent, mentions, deletedAt } = note;
  const named = deletedAt === null ? mentions.map((mention) => mention.agent) : [];
  // Nobody has to be told of what they wrote themselves.
  const agents = JSON.stringify([...new Set(named)].filter((one) => one !== agent));
  const drop =
    'DELETE FROM note_mentions WHERE note_id = ? AND agent NOT IN (SELECT value FROM json_each(?))';
  run(db, drop, id, agents);
  const put = `INSERT OR IGNORE INTO note_mentions (note_id, agent, conversation_id)
    SELECT ?, value, ? FROM json_each(?)`;
  run(db, put, id, conversationId, agents);
}

function toNotes(db: Db, rows: readonly NoteRow[]): Note[] {
  const hasMentions = rows.some(({ mentions }) => mentions !== '[]');
  const agents = hasMentions ? listAgents(db) : [];
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversationId,
    agent: row.agentName,
    ...withNames(row.text, readMentions(row), agents),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
  }));
}

const readMentions = ({ mentions }: NoteRow): StoredMentions => parseColumn(StoredMentions, mentions, []);

/** The text with the present names of those whom it mentions, and where they are in it. */
function withNames(
  text: string,
  mentions: StoredMentions,
  agents: readonly Agent[],
): Pick<Note, 'text' | 'mentions'> {
  let shown = '';
  let at = 0;
  const placed = mentions.map(({ agent, start, end }) => {
    const name = agents.find(({ id }) => id === agent)?.name;
    shown += text.slice(at, start);
    const from = shown.length;
    shown += name === undefined ? text.slice(start, end) : `@${name}`;
    at = end;
    return { agent, start: from, end: shown.length };
  });
  return { text: shown + text.slice(at), mentions: placed };
}
