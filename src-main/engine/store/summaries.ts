import type { Conversation, ConversationStatus, SettableStatus } from '#shared/domain/conversation.ts';
import type { Direction, Message, MessageKind } from '#shared/domain/message.ts';
import { type MessageContent, toContent } from '#shared/domain/messageContent.ts';
import type { DueReply } from '#shared/domain/serviceLevel.ts';
import { withoutQuoteLinks } from '../x/quoteLinks.ts';
import { FollowUp } from './followUps.ts';
import { parseColumn, parseList } from './jsonColumn.ts';
import { spokenIn } from './languages.ts';
import type { Db } from './open.ts';
import { isMessageOf, isReplyBehind, kindOf, lastReplyElsewhere } from './outboxJoin.ts';
import { readFiles } from './replyFiles.ts';
import type { SeenUntil } from './seenMessages.ts';
import { all, get, run } from './sql.ts';
import { isOfSurvey, isResponse } from './surveyJoin.ts';
import { undecidedSince } from './unfinishedReply.ts';

/** The message that a list shows. */
type LastMessage = Conversation['lastMessage'];

/** The facts from which the derived columns of a conversation follow. */
export interface SummaryFacts {
  readonly id: string;
  readonly openedAt: number;
  readonly status: ConversationStatus;
  readonly setStatus: SettableStatus | null;
  readonly setStatusAt: number | null;
  readonly snoozedUntil: number | null;
  /** When it was last replied to: from Perch by the local clock, from elsewhere by the time of capture. */
  readonly repliedAt: number | null;
  /** Since when messages wait for a reply, and how many of them no agent has seen. */
  readonly waitingSince: number | null;
  readonly unread: number;
  /** The language of what the person wrote last; null if X named none. */
  readonly lang: string | null;
  /** What was so when the last snooze ended without a reply of the person; null if none did. */
  readonly followUp: FollowUp | null;
  /** When the oldest reply that an agent has to decide about was written; null if there is none. */
  readonly undecidedSince: number | null;
  /** The newest message or reply on its way; null if there is none. */
  readonly last: LastMessage | null;
  /** The derived columns as they are stored. */
  readonly stored: Summary;
}

/** The derived columns of a conversation. */
export interface Summary {
  readonly status: ConversationStatus;
  readonly view: 'open' | 'pending' | 'snoozed' | 'resolved';
  readonly inQueue: boolean;
  readonly waitingSince: number | null;
  readonly dueAt: number | null;
  readonly lateAt: number | null;
  /** Which target of which level counts; null for a wait to something else than a message, and for the standard level. */
  readonly dueReply: DueReply | null;
  readonly dueLevel: string | null;
  /** As JSON. */
  readonly pauses: string | null;
  readonly unread: number;
  readonly lang: string | null;
  readonly last: LastMessage | null;
}

const dueColumns = ['waitingSince', 'dueAt', 'lateAt', 'dueReply', 'dueLevel', 'pauses'] as const;
const listColumns = ['status', 'view', 'inQueue', ...dueColumns] as const;
const lastColumns = ['id', 'kind', 'direction', 'text', 'content', 'lang', 'at'] as const;

interface FactsRow extends Omit<SummaryFacts, 'repliedAt' | 'last' | 'stored' | 'followUp'> {
  /** As JSON. */
  readonly followUp: string | null;
  readonly storedView: Summary['view'];
  readonly storedInQueue: number;
  readonly storedWaitingSince: number | null;
  readonly storedDueAt: number | null;
  readonly storedLateAt: number | null;
  readonly storedDueReply: DueReply | null;
  readonly storedDueLevel: string | null;
  readonly storedPauses: string | null;
  readonly storedUnread: number;
  readonly storedLang: string | null;
  readonly storedKind: MessageKind;
  readonly storedDirection: Direction;
  readonly storedText: string;
  readonly storedContent: MessageContent | null;
  readonly storedLastLang: string | null;
  readonly storedAt: number;
  readonly storedId: string;
  readonly outboxAt: number | null;
  readonly ownAt: number | null;
  readonly messageId: string | null;
  readonly messageKind: MessageKind;
  readonly messageDirection: Direction;
  readonly messageText: string;
  readonly messageDeletedAt: number | null;
  readonly messageUnreadable: number;
  /** As JSON. */
  readonly messageMedia: string;
  readonly messageAttachments: string;
  readonly messageQuotes: string;
  readonly messageLang: string | null;
  readonly messageAt: number;
  readonly capturedAt: number;
  readonly replyId: string | null;
  readonly replyKind: MessageKind;
  readonly replyText: string;
  readonly replyFiles: string;
  readonly replyAt: number;
  readonly replySeenUntil: number;
}

/** A refused or dismissed reply does not count, nor does a message of a survey; an unknown one does, since it may have arrived. */
const replies = `FROM outbox WHERE conversation_id = c.id AND dismissed = 0 AND state <> 'refused'
  AND NOT ${isOfSurvey('outbox.id')}`;
const lastMessage = `SELECT id FROM messages WHERE conversation_id = c.id AND role <> 'context' ORDER BY id DESC LIMIT 1`;
const lastReply = `SELECT o.id FROM outbox o WHERE o.conversation_id = c.id AND dismissed = 0 AND NOT EXISTS (
  SELECT 1 FROM messages m WHERE ${isMessageOf('m', 'o')})
  ORDER BY o.created_at DESC, o.id DESC LIMIT 1`;
/** The derived columns as they are stored now. */
const stored = `c.view AS storedView, c.in_queue AS storedInQueue, c.waiting_since AS storedWaitingSince,
  c.due_at AS storedDueAt, c.late_at AS storedLateAt, c.due_reply AS storedDueReply, c.due_level AS storedDueLevel, c.pauses AS storedPauses, c.unread AS storedUnread, c.lang AS storedLang, c.last_kind AS storedKind, c.last_direction AS storedDirection,
  c.last_text AS storedText, c.last_content AS storedContent, c.last_lang AS storedLastLang, c.last_at AS storedAt, c.last_message_id AS storedId`;
/**
 * The wanted messages of a conversation that nobody has replied to. A reply from Perch covers what its author had seen, in the
 * order of capture; a reply from elsewhere covers what was written before it. A message that its author deleted needs no
 * reply any more, and a response to a survey never did.
 */
const isUnanswered = `id > coalesce(a.own_id, 0)
  AND captured_at > max(coalesce(a.covered_until, 0), coalesce(a.settled_at, 0))`;
const wanted = `FROM messages WHERE conversation_id = a.id AND role = 'wanted' AND deleted_at IS NULL
  AND NOT ${isResponse('messages.id')}`;
const unanswered = `${wanted} AND ${isUnanswered}`;
/** Of the wanted messages, what no agent has seen, and what an agent has marked as unread. */
const unread = `${wanted} AND (captured_at >= a.unread_from OR (captured_at > a.read_through AND ${isUnanswered}))`;
/** The conversations of a JSON array of ids, with what `unanswered` needs. */
const answered = `SELECT c.id, c.opened_at, c.status, c.set_status, c.set_status_at, c.snoozed_until, c.follow_up, c.settled_at, c.read_through, c.unread_from, ${stored},
    (SELECT max(created_at) ${replies}) AS outbox_at, (SELECT max(coalesce(seen_until, created_at)) ${replies}) AS covered_until,
    (${lastReplyElsewhere('c.id')}) AS own_id, (${lastMessage}) AS last_id, (${lastReply}) AS reply_id
  FROM json_each(?) wanted CROSS JOIN conversations c ON c.id = wanted.value`;

/** How many messages of a conversation nobody has replied to or settled that were captured after a time. */
export function countUnanswered(db: Db, id: string, seenUntil: SeenUntil): number {
  const text = `WITH answered AS MATERIALIZED (${answered})
    SELECT (SELECT count(*) ${unanswered} AND captured_at > ?) AS n FROM answered a`;
  return get<{ n: number }>(db, text, JSON.stringify([id]), seenUntil)?.n ?? 0;
}

/** The ids of the unread messages of a conversation in the order of capture, at most `limit`. */
export function listUnread(db: Db, id: string, limit: number): string[] {
  const text = `WITH answered AS MATERIALIZED (${answered}), unread AS (
      SELECT (SELECT json_group_array(id) FROM (
        SELECT id ${unread} ORDER BY captured_at LIMIT ?)) AS ids FROM answered a)
    SELECT m.kind || '-' || m.x_id AS messageId FROM unread, json_each(unread.ids) found
      JOIN messages m ON m.id = found.value ORDER BY m.captured_at`;
  const rows = all<{ messageId: string }>(db, text, JSON.stringify([id]), limit);
  return rows.map(({ messageId }) => messageId);
}

/** The id of the oldest unread message of a conversation; null if all is read. */
export function getFirstUnread(db: Db, id: string): string | null {
  const text = `WITH answered AS MATERIALIZED (${answered})
    SELECT m.kind || '-' || m.x_id AS messageId FROM answered a JOIN messages m ON m.id = (SELECT min(id) ${unread})`;
  return get<{ messageId: string }>(db, text, JSON.stringify([id]))?.messageId ?? null;
}

/** The facts of conversations, in any order; unknown ids are ignored. One statement for all. */
export function listSummaryFacts(db: Db, ids: readonly string[]): SummaryFacts[] {
  const text = `WITH answered AS MATERIALIZED (${answered})
    SELECT a.id, a.opened_at AS openedAt, a.status, a.set_status AS setStatus, a.set_status_at AS setStatusAt,
      a.snoozed_until AS snoozedUntil, a.follow_up AS followUp, a.outbox_at AS outboxAt, storedView, storedInQueue, storedWaitingSince,
      storedDueAt, storedLateAt, storedDueReply, storedDueLevel, storedPauses, storedUnread, storedLang, storedKind, storedDirection, storedText, storedContent, storedLastLang, storedAt,
      storedId, (${undecidedSince('a.id')}) AS undecidedSince, (${spokenIn('a.id')}) AS lang,
      (SELECT captured_at FROM messages WHERE id = a.own_id) AS ownAt,
      (SELECT min(at) ${unanswered}) AS waitingSince,
      (SELECT count(*) ${unread}) AS unread,
      m.kind || '-' || m.x_id AS messageId, m.kind AS messageKind, iif(m.role = 'own', 'out', 'in') AS messageDirection,
      coalesce(iif(m.version_x_id = m.x_id, sent.text, NULL), m.text) AS messageText,
      m.deleted_at AS messageDeletedAt, m.unreadable AS messageUnreadable, m.media AS messageMedia,
      m.attachments AS messageAttachments, m.quotes AS messageQuotes, m.lang AS messageLang, m.at AS messageAt, m.captured_at AS capturedAt,
      o.id AS replyId, ${kindOf('o')} AS replyKind, o.text AS replyText, o.attachments AS replyFiles,
      o.created_at AS replyAt, coalesce(o.seen_until, o.created_at) AS replySeenUntil
    FROM answered a LEFT JOIN messages m ON m.id = a.last_id LEFT JOIN outbox o ON o.id = a.reply_id
     LEFT JOIN outbox sent ON ${isReplyBehind('sent', 'm')}`;
  return all<FactsRow>(db, text, JSON.stringify(ids)).map(toFacts);
}

/**
 * Writes the derived columns that differ from `stored`. Most messages change only the last message of their conversation;
 * the columns that sort it into lists have indexes of their own, which are then left alone.
 */
export function writeSummary(db: Db, { id, stored }: SummaryFacts, summary: Summary): void {
  const {
    status,
    view,
    inQueue,
    waitingSince,
    dueAt,
    lateAt,
    dueReply,
    dueLevel,
    pauses,
    unread,
    lang,
    last,
  } = summary;
  const isListed = listColumns.every((column) => summary[column] === stored[column]);
  const isLast =
    last === null ||
    (lang === stored.lang && lastColumns.every((column) => last[column] === stored.last?.[column]));
  if (!isListed || (isLast && unread !== stored.unread)) {
    const text = `UPDATE conversations SET status = ?, view = ?, in_queue = ?, waiting_since = ?, due_at = ?, late_at = ?,
      due_reply = ?, due_level = ?, pauses = ?, unread = ? WHERE id = ?`;
    const due = [dueAt, lateAt, dueReply, dueLevel];
    run(db, text, status, view, inQueue ? 1 : 0, waitingSince, ...due, pauses, unread, id);
  }
  if (!isLast) {
    const text = `UPDATE conversations SET unread = ?, lang = ?, last_kind = ?, last_direction = ?, last_text = ?,
      last_content = ?, last_lang = ?, last_at = ?, last_message_id = ? WHERE id = ?`;
    const { kind, direction, content } = last;
    run(db, text, unread, lang, kind, direction, last.text, content, last.lang, last.at, last.id, id);
  }
}

function toFacts(row: FactsRow): SummaryFacts {
  const { id, status, setStatus, setStatusAt, snoozedUntil, waitingSince, unread, outboxAt, ownAt } = row;
  const repliedAt = outboxAt === null || ownAt === null ? (outboxAt ?? ownAt) : Math.max(outboxAt, ownAt);
  const agents = { status, setStatus, setStatusAt, snoozedUntil };
  const { undecidedSince, lang } = row;
  return {
    id,
    openedAt: row.openedAt,
    ...agents,
    repliedAt,
    waitingSince,
    unread,
    lang,
    undecidedSince,
    followUp: row.followUp === null ? null : parseColumn(FollowUp, row.followUp, null),
    last: toLast(row),
    stored: toStored(row),
  };
}

function toStored(row: FactsRow): Summary {
  const { storedId: id, storedKind: kind, storedDirection: direction, storedText: text, storedAt: at } = row;
  const { storedContent: content, storedLastLang } = row;
  return {
    status: row.status,
    view: row.storedView,
    inQueue: row.storedInQueue === 1,
    waitingSince: row.storedWaitingSince,
    dueAt: row.storedDueAt,
    lateAt: row.storedLateAt,
    dueReply: row.storedDueReply,
    dueLevel: row.storedDueLevel,
    pauses: row.storedPauses,
    unread: row.storedUnread,
    lang: row.storedLang,
    last: { id, kind, direction, text, content, lang: storedLastLang, at },
  };
}

// A reply on its way is newer than everything captured before it, and than what its author had seen.
function toLast(row: FactsRow): SummaryFacts['last'] {
  const { messageId, capturedAt, replyId, replyAt, replySeenUntil } = row;
  if (replyId !== null && (messageId === null || Math.max(replyAt, replySeenUntil) >= capturedAt)) {
    return {
      id: replyId,
      kind: row.replyKind,
      direction: 'out',
      text: row.replyText,
      content: toReplyContent(row),
      lang: null,
      at: replyAt,
    };
  }
  if (messageId === null) return null;
  const { messageKind: kind, messageDirection: direction, messageText, messageQuotes, messageAt: at } = row;
  const text =
    messageQuotes === '[]' ? messageText : withoutQuoteLinks(messageText, parseList<string>(messageQuotes));
  const content = toMessageContent(row, text);
  return { id: messageId, kind, direction, text, content, lang: row.messageLang, at };
}

function toReplyContent({ replyText, replyFiles }: FactsRow): MessageContent | null {
  if (replyFiles === '[]' || replyText !== '') return null;
  return readFiles(replyFiles)[0]?.type === 'image/gif' ? 'gif' : 'photo';
}

function toMessageContent(row: FactsRow, text: string): MessageContent | null {
  return toContent({
    text,
    deletedAt: row.messageDeletedAt,
    unreadable: row.messageUnreadable === 1,
    media: parseList<Message['media'][number]>(row.messageMedia),
    attachments: parseList<Message['attachments'][number]>(row.messageAttachments),
    quotes: parseList<Message['quotes'][number]>(row.messageQuotes),
  });
}
