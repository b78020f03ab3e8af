import { beginningOf } from '#shared/beginningOf.ts';
import { type Conversation, ROW_TEXT_LENGTH, type View } from '#shared/domain/conversation.ts';
import { currentAgentId, nameOfAgent } from './agents.ts';
import { parseList } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { toPicture } from './profilePicture.ts';
import { all, get, type Value } from './sql.ts';
import { unfinishedReplyOf } from './unfinishedReply.ts';

interface ConversationRow {
  readonly id: string;
  readonly person_id: string;
  readonly handle: string;
  readonly name: string;
  readonly picture_url: string | null;
  readonly status: Conversation['status'];
  readonly reason: Conversation['reason'];
  readonly agent: string | null;
  readonly opened_at: number;
  readonly snoozed_until: number | null;
  readonly waiting_since: number | null;
  readonly due_at: number | null;
  readonly late_at: number | null;
  readonly unread: number;
  readonly last_kind: Conversation['lastMessage']['kind'];
  readonly last_direction: Conversation['lastMessage']['direction'];
  readonly last_text: string;
  readonly last_content: Conversation['lastMessage']['content'];
  readonly last_lang: string | null;
  readonly last_at: number;
  readonly last_message_id: string;
  readonly has_draft: number;
  readonly tags: string;
  readonly mentions_me: number;
  readonly unfinished_reply: Conversation['unfinishedReply'];
}

/** A position in a list: the sort time and the id of the last row that was read. */
export interface ListPosition {
  readonly at: number;
  readonly id: string;
}

/** How much of a text is read: more than a row shows, since blank lines at its beginning are left out. */
const READ_LENGTH = 4 * ROW_TEXT_LENGTH;
const select = `SELECT c.id, c.person_id, c.status, c.reason, ${nameOfAgent('c.agent')} AS agent, c.opened_at, c.snoozed_until, c.waiting_since,
    c.due_at, c.late_at, c.unread, c.last_kind, c.last_direction, substr(c.last_text, 1, ${READ_LENGTH}) AS last_text, c.last_content, c.last_at, c.last_message_id,
    (SELECT lang FROM messages WHERE kind = c.last_kind AND x_id = substr(c.last_message_id, length(c.last_kind) + 2)) AS last_lang,
    p.handle, p.name, p.picture_url,
    (EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = c.id)
      OR EXISTS (SELECT 1 FROM note_drafts d WHERE d.conversation_id = c.id)) AS has_draft,
    (SELECT json_group_array(t.tag_id) FROM conversation_tags t WHERE t.conversation_id = c.id) AS tags,
    EXISTS (SELECT 1 FROM note_mentions n WHERE n.conversation_id = c.id AND n.agent = (${currentAgentId}) AND n.seen_at IS NULL) AS mentions_me,
    (${unfinishedReplyOf('c.id')}) AS unfinished_reply
  FROM conversations c JOIN people p ON p.x_id = c.person_id`;
const newestFirst = 'AND (c.last_at, c.id) < (?, ?) ORDER BY c.last_at DESC, c.id DESC LIMIT ?';
/** Sorts after every id. */
const LAST_ID = '\u{10FFFF}';

/** A page of the queue, the most urgent first. */
export function listQueue(db: Db, limit: number, after: ListPosition | null): Conversation[] {
  const text = `${select} WHERE c.in_queue = 1 AND (c.due_at, c.id) > (?, ?) ORDER BY c.due_at, c.id LIMIT ?`;
  return all<ConversationRow>(db, text, after?.at ?? 0, after?.id ?? '', limit).map(toConversation);
}

/** Those of these conversations that are in the queue. */
export function listQueued(db: Db, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const text = `SELECT c.id FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value
    WHERE c.in_queue = 1`;
  return all<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}

/** A page of any other view, the newest activity first; `me` is the id of the agent whose conversations are "mine". */
export function listView(
  db: Db,
  view: Exclude<View, 'queue'>,
  me: string,
  limit: number,
  after: ListPosition | null,
): Conversation[] {
  const page: Value[] = [after?.at ?? Number.MAX_SAFE_INTEGER, after?.id ?? LAST_ID, limit];
  const rows = () => {
    if (view === 'all') return all<ConversationRow>(db, `${select} WHERE true ${newestFirst}`, ...page);
    if (view !== 'mine') {
      return all<ConversationRow>(db, `${select} WHERE c.view = ? ${newestFirst}`, view, ...page);
    }
    const mine = `${select} WHERE c.agent = ? AND c.view <> 'resolved' ${newestFirst}`;
    return all<ConversationRow>(db, mine, me, ...page);
  };
  return rows().map(toConversation);
}

/** Those of `ids` that belong to a view, in any order; `me` is the id of the agent whose conversations are "mine". */
export function listAmong(db: Db, view: View, me: string, ids: readonly string[]): Conversation[] {
  const text = `${select} WHERE c.id IN (SELECT value FROM json_each(:ids) wanted) AND CASE :view
    WHEN 'all' THEN true
    WHEN 'queue' THEN c.in_queue = 1
    WHEN 'mine' THEN c.agent = :me AND c.view <> 'resolved'
    ELSE c.view = :view END`;
  return all<ConversationRow>(db, text, { ids: JSON.stringify(ids), view, me }).map(toConversation);
}

/** How many conversations belong to each view. The counts are kept by triggers. */
export function countViews(db: Db, me: string): Record<View, number> {
  const rows = all<{ list: string; n: number }>(db, 'SELECT list, n FROM counts');
  const counts = new Map(rows.map((row) => [row.list, row.n]));
  const of = (list: string) => counts.get(list) ?? 0;
  return {
    queue: of('queue'),
    mine: of(`agent:${me}`),
    open: of('open'),
    pending: of('pending'),
    snoozed: of('snoozed'),
    resolved: of('resolved'),
    all: of('all'),
  };
}

export function getConversation(db: Db, id: string): Conversation | null {
  const row = get<ConversationRow>(db, `${select} WHERE c.id = ?`, id);
  return row ? toConversation(row) : null;
}

/** A person's conversations, the newest activity first. */
export function listConversationsOf(db: Db, personId: string, limit: number): Conversation[] {
  const text = `${select} WHERE c.person_id = ? ORDER BY c.last_at DESC, c.id DESC LIMIT ?`;
  return all<ConversationRow>(db, text, personId, limit).map(toConversation);
}

/** The ids of all conversations of a person. */
export function listConversationIdsOf(db: Db, personId: string): string[] {
  const text = 'SELECT id FROM conversations WHERE person_id = ?';
  return all<{ id: string }>(db, text, personId).map((row) => row.id);
}

export function countConversationsOf(db: Db, personId: string): number {
  const text = 'SELECT count(*) AS n FROM conversations WHERE person_id = ?';
  return get<{ n: number }>(db, text, personId)?.n ?? 0;
}

/** A conversation that the next message of its person may join. */
export interface ThreadCandidate {
  readonly id: string;
  readonly personId: string;
  readonly openedAt: number;
  /** Null while it is not resolved. */
  readonly resolvedAt: number | null;
}

/**
 * For each person, in any order, the conversation that the next message may join, if there is one. Unresolved ones come
 * first, among these one opened before the time `before`; otherwise the one opened last before it.
 */
export function listThreadCandidates(
  db: Db,
  personIds: readonly string[],
  before: number,
): ThreadCandidate[] {
  const text = `SELECT c.id, c.person_id AS personId, c.opened_at AS openedAt,
      iif(c.status = 'resolved', coalesce(c.resolved_at, c.opened_at), NULL) AS resolvedAt
    FROM json_each(:people) wanted CROSS JOIN conversations c ON c.id = (
      SELECT id FROM conversations
      WHERE person_id = wanted.value AND (opened_at < :before OR status <> 'resolved')
      ORDER BY status = 'resolved', opened_at >= :before, opened_at DESC, id DESC LIMIT 1)`;
  return all<ThreadCandidate>(db, text, { people: JSON.stringify(personIds), before });
}

/** Those of these conversations that exist, in any order. */
export function listConversationsByIds(db: Db, ids: readonly string[]): Conversation[] {
  const text = `${select} WHERE c.id IN (SELECT value FROM json_each(?) wanted)`;
  return all<ConversationRow>(db, text, JSON.stringify(ids)).map(toConversation);
}

/** The person of a conversation, or null if there is no such conversation. */
export function getPersonIdOf(db: Db, conversationId: string): string | null {
  const text = 'SELECT person_id AS id FROM conversations WHERE id = ?';
  return get<{ id: string }>(db, text, conversationId)?.id ?? null;
}

function toConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    person: { id: row.person_id, handle: row.handle, name: row.name, ...toPicture(row.picture_url) },
    status: row.status,
    unread: row.unread,
    dueAt: row.due_at,
    lateAt: row.late_at,
    waitingSince: row.waiting_since,
    agent: row.agent,
    snoozedUntil: row.snoozed_until,
    reason: row.reason,
    openedAt: row.opened_at,
    hasDraft: row.has_draft === 1,
    tags: [...parseList<string>(row.tags)],
    mentionsMe: row.mentions_me === 1,
    unfinishedReply: row.unfinished_reply,
    lastMessage: {
      id: row.last_message_id,
      kind: row.last_kind,
      direction: row.last_direction,
      text: beginningOf(row.last_text.trimStart(), ROW_TEXT_LENGTH),
      content: row.last_content,
      lang: row.last_lang,
      at: row.last_at,
    },
  };
}
