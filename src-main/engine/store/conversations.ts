import { beginningOf } from '#shared/beginningOf.ts';
import { type Conversation, ROW_TEXT_LENGTH } from '#shared/domain/conversation.ts';
import { currentAgentId, nameOfAgent } from './agents.ts';
import { approvalOf } from './approvals.ts';
import { hasDraft } from './drafts.ts';
import type { Db } from './open.ts';
import { toPicture } from './profilePicture.ts';
import { all, get } from './sql.ts';
import { unfinishedReplyOf } from './unfinishedReply.ts';
import { isVipOf } from './vips.ts';

/** Every conversation is in one of these views. */
export const storedViews = ['open', 'pending', 'snoozed', 'resolved'] as const;

/** A row of `selectConversations`. */
export interface ConversationRow {
  readonly id: string;
  readonly person_id: string;
  readonly handle: string;
  readonly name: string;
  readonly picture_url: string | null;
  readonly status: Conversation['status'];
  readonly priority: Conversation['priority'];
  readonly reason: Conversation['reason'];
  readonly agent: string | null;
  readonly opened_at: number;
  readonly snoozed_until: number | null;
  readonly waiting_since: number | null;
  readonly due_at: number | null;
  readonly late_at: number | null;
  readonly due_reply: Conversation['dueReply'];
  readonly due_level: string | null;
  readonly unread: number;
  readonly lang: string | null;
  readonly last_kind: Conversation['lastMessage']['kind'];
  readonly last_direction: Conversation['lastMessage']['direction'];
  readonly last_text: string;
  readonly last_content: Conversation['lastMessage']['content'];
  readonly last_lang: string | null;
  readonly last_at: number;
  readonly last_message_id: string;
  readonly is_vip: number;
  /** `Extras` as JSON; null where the conversation never had any of them. */
  readonly extras: string | null;
}

/** What most conversations never have. */
interface Extras {
  /** 1 if it is so, else 0. */
  readonly draft: number;
  readonly mention: number;
  readonly tags: readonly string[];
  readonly approval: Conversation['approval'] | null;
  readonly reply: Conversation['unfinishedReply'];
}
const noExtras: Extras = { draft: 0, mention: 0, tags: [], approval: null, reply: null };

/** How much of a text is read: more than a row shows, since blank lines at its beginning are left out. */
const READ_LENGTH = 4 * ROW_TEXT_LENGTH;
const tagsOf = '(SELECT json_group_array(t.tag_id) FROM conversation_tags t WHERE t.conversation_id = c.id)';
const mentionsMe = `EXISTS (SELECT 1 FROM note_mentions n WHERE n.conversation_id = c.id AND n.agent = (${currentAgentId}) AND n.seen_at IS NULL)`;

const extrasOf = `json_object('draft', ${hasDraft('c.id')}, 'mention', ${mentionsMe}, 'tags', json(${tagsOf}),
      'approval', (${approvalOf('c.id')}), 'reply', (${unfinishedReplyOf('c.id')}))`;

/** Text is cut only where it is long: `octet_length` reads none of it. */
const lastText = `iif(octet_length(c.last_text) <= ${READ_LENGTH}, c.last_text, substr(c.last_text, 1, ${READ_LENGTH}))`;

const columns = `c.id, c.person_id, c.status, c.priority, c.reason, iif(c.agent IS NULL, NULL, ${nameOfAgent('c.agent')}) AS agent, c.opened_at, c.snoozed_until, c.waiting_since,
    c.due_at, c.late_at, c.due_reply, c.due_level, c.unread, c.lang, c.last_kind, c.last_direction, ${lastText} AS last_text, c.last_content, c.last_at, c.last_message_id,
    c.last_lang, c.handle, c.name, c.picture_url, ${isVipOf('c.person_id')} AS is_vip,
    iif(c.has_extras, ${extrasOf}, NULL) AS extras`;

/** SQL that selects conversations `c`, by this index if one is given. */
export const selectConversations = (index?: string): string =>
  `SELECT ${columns} FROM conversations c ${index === undefined ? '' : `INDEXED BY ${index}`}`;

/** Those of these conversations that are in the queue. */
export function listQueued(db: Db, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const text = `SELECT c.id FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value
    WHERE c.in_queue = 1`;
  return all<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}

export function getConversation(db: Db, id: string): Conversation | null {
  const row = get<ConversationRow>(db, `${selectConversations()} WHERE c.id = ?`, id);
  return row ? toConversation(row) : null;
}

/** A person's conversations, the newest activity first. */
export function listConversationsOf(db: Db, personId: string, limit: number): Conversation[] {
  // A person has few conversations: their ids are sorted, then only those of the page are read.
  const text = `${selectConversations()} WHERE c.id IN (
    SELECT id FROM conversations WHERE person_id = ? ORDER BY last_at DESC, id DESC LIMIT ?)`;
  const found = all<ConversationRow>(db, text, personId, limit);
  return found.toSorted((a, b) => b.last_at - a.last_at || (a.id < b.id ? 1 : -1)).map(toConversation);
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

/** The conversation of a person that was opened last until this time; null if there is none. */
export function getConversationAt(db: Db, personId: string, at: number): ThreadCandidate | null {
  const text = `SELECT id, person_id AS personId, opened_at AS openedAt,
      iif(status = 'resolved', coalesce(resolved_at, opened_at), NULL) AS resolvedAt
    FROM conversations WHERE person_id = ? AND opened_at <= ? ORDER BY opened_at DESC, id DESC LIMIT 1`;
  return get<ThreadCandidate>(db, text, personId, at) ?? null;
}

/** Those of these conversations that exist, in any order. */
export function listConversationsByIds(db: Db, ids: readonly string[]): Conversation[] {
  const text = `${selectConversations()} WHERE c.id IN (SELECT value FROM json_each(?) wanted)`;
  return all<ConversationRow>(db, text, JSON.stringify(ids)).map(toConversation);
}

/** The person of a conversation, or null if there is no such conversation. */
export function getPersonIdOf(db: Db, conversationId: string): string | null {
  const text = 'SELECT person_id AS id FROM conversations WHERE id = ?';
  return get<{ id: string }>(db, text, conversationId)?.id ?? null;
}

/** A row as a conversation. */
export function toConversation(row: ConversationRow): Conversation {
  const { draft, mention, tags, approval, reply } =
    row.extras === null ? noExtras : (JSON.parse(row.extras) as Extras);
  return {
    id: row.id,
    person: { id: row.person_id, handle: row.handle, name: row.name, ...toPicture(row.picture_url) },
    isVip: row.is_vip === 1,
    status: row.status,
    priority: row.priority,
    unread: row.unread,
    dueAt: row.due_at,
    lateAt: row.late_at,
    dueReply: row.due_reply,
    serviceLevelId: row.due_level,
    waitingSince: row.waiting_since,
    agent: row.agent,
    snoozedUntil: row.snoozed_until,
    reason: row.reason,
    lang: row.lang,
    openedAt: row.opened_at,
    hasDraft: draft === 1,
    tags: [...tags],
    mentionsMe: mention === 1,
    ...(approval && { approval }),
    unfinishedReply: reply,
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
