import { type Message, MessageKind, toMessageId } from '#shared/domain/message.ts';
import { withoutQuoteLinks } from '../x/quoteLinks.ts';
import { placeLinks } from '../x/text.ts';
import { nameOfAgent } from './agents.ts';
import { groupOf, mapGroupWriters } from './groupMessages.ts';
import { mapGroupNames } from './groupNames.ts';
import { isLocalId } from './importedMessages.ts';
import { readAttachments, readEarlier, readLinks, readMedia, readQuotes } from './messageLists.ts';
import type { Db } from './open.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { toPicture } from './profilePicture.ts';
import { mapQuotedPosts } from './quotedPosts.ts';
import { readFiles } from './replyFiles.ts';
import { all, get } from './sql.ts';

interface MessageRow {
  readonly rowId: number;
  readonly kind: string;
  readonly x_id: string;
  readonly version_x_id: string;
  readonly role: string;
  readonly person_id: string;
  readonly author_id: string;
  readonly author_handle: string;
  readonly author_name: string;
  readonly author_picture: string | null;
  readonly conversation_id: string | null;
  readonly text: string;
  readonly stored_text: string;
  readonly at: number;
  readonly in_reply_to: string | null;
  readonly lang: string | null;
  readonly links: string;
  readonly media: string;
  readonly attachments: string;
  readonly quotes: string;
  readonly deleted_at: number | null;
  readonly unreadable: number;
  readonly earlier: string;
  readonly outbox_id: string | null;
  readonly files: string | null;
  readonly agent: string | null;
  readonly group_id: string | null;
}

/** A message with its row id, which sorts by time. */
export interface OrderedMessage {
  readonly rowId: number;
  readonly message: Message;
}

/** A message of X, with the text that X has; it differs from the shown one for replies sent from Perch. */
export interface StoredOrderedMessage extends OrderedMessage {
  readonly storedText: string;
}

// X puts "@handle" before a reply. One that was sent from Perch is shown as it was written, until it is edited on X.
const shownText = `coalesce(iif(m.version_x_id = m.x_id, o.text, NULL), m.text)`;
const columns = `m.id AS rowId, m.kind, m.x_id, m.version_x_id, m.role, m.person_id, m.author_id,
  p.handle AS author_handle, p.name AS author_name, p.picture_url AS author_picture, ${shownText} AS text, m.text AS stored_text, m.at, m.in_reply_to,
  m.lang, m.links, m.media, m.attachments, m.quotes, m.deleted_at, m.unreadable,
  (SELECT json_group_array(json_object('text', e.text, 'at', e.at))
    FROM earlier_texts e WHERE e.message_id = m.id) AS earlier,
  o.id AS outbox_id, iif(m.media = '[]', o.attachments, NULL) AS files, coalesce(${nameOfAgent('o.agent')},
    (SELECT agent FROM imported_messages WHERE message_id = m.id)) AS agent, ${groupOf('m.id')} AS group_id`;
const joins = `JOIN people p ON p.x_id = m.author_id
  LEFT JOIN outbox o ON ${isReplyBehind('o', 'm')}`;

/**
 * A page of a person's history, newest first: the messages before the row id `before`. Messages of others are included as
 * context, with the conversation of the message that refers to them.
 */
export function listHistory(db: Db, personId: string, before: number, limit: number): OrderedMessage[] {
  const text = `WITH page (id, via) AS (
      SELECT id, NULL FROM messages WHERE person_id = :personId AND id < :before
      UNION ALL
      SELECT message_id, for_message_id FROM contexts WHERE person_id = :personId AND message_id < :before
        AND message_id NOT IN (SELECT id FROM messages WHERE id = message_id AND person_id = :personId)
      ORDER BY 1 DESC LIMIT :limit)
    SELECT ${columns}, coalesce(iif(page.via IS NULL, m.conversation_id, NULL), v.conversation_id) AS conversation_id
    FROM page CROSS JOIN messages m ON m.id = page.id ${joins}
    LEFT JOIN messages v ON v.id = coalesce(page.via, (
      SELECT for_message_id FROM contexts WHERE person_id = :personId AND message_id = m.id))`;
  const rows = all<MessageRow>(db, text, { personId, before, limit });
  return toOrderedList(db, rows, () => personId);
}

/**
 * Messages by their row ids, newest first; unknown ids are ignored. Context has the conversation of a message that refers
 * to it.
 */
export function listMessages(db: Db, rowIds: readonly number[]): StoredOrderedMessage[] {
  const text = `SELECT ${columns}, coalesce(m.conversation_id, (
      SELECT v.conversation_id FROM contexts x JOIN messages v ON v.id = x.for_message_id
      WHERE x.message_id = m.id LIMIT 1)) AS conversation_id
    FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value ${joins}`;
  const rows = all<MessageRow>(db, text, JSON.stringify(rowIds));
  return toOrderedList(db, rows, (row) => row.person_id);
}

/** The number of messages in a person's history, without context. */
export function countMessagesOf(db: Db, personId: string): number {
  const text = `SELECT count(*) AS n FROM messages WHERE person_id = ? AND role <> 'context'`;
  return get<{ n: number }>(db, text, personId)?.n ?? 0;
}

const newestFirst = (a: OrderedMessage, b: OrderedMessage): number => b.rowId - a.rowId;

function toOrderedList(
  db: Db,
  rows: readonly MessageRow[],
  toPersonId: (row: MessageRow) => string,
): StoredOrderedMessage[] {
  const quoted = mapQuotedPosts(
    db,
    rows.flatMap((row) => readQuotes(row.quotes)),
  );
  const groupIds = [...new Set(rows.flatMap((row) => row.group_id ?? []))];
  const groups = { writers: mapGroupWriters(db, groupIds), names: mapGroupNames(db, groupIds) };
  return rows
    .map((row) => withGroup(toOrdered(row, toPersonId(row), quoted), row, groups))
    .toSorted(newestFirst);
}

interface Groups {
  readonly writers: ReturnType<typeof mapGroupWriters>;
  readonly names: ReturnType<typeof mapGroupNames>;
}

function withGroup(
  ordered: StoredOrderedMessage,
  { group_id: id, author_id }: MessageRow,
  { writers, names }: Groups,
): StoredOrderedMessage {
  if (id === null) return ordered;
  const people = (writers.get(id) ?? []).filter((writer) => writer.id !== author_id);
  const name = names.get(id);
  const group = { id, ...(name !== undefined && { name }), people };
  return { ...ordered, message: { ...ordered.message, group } };
}

// Until capture brings the pictures of a reply.
const toPictures = ({ media, files }: MessageRow): Pick<Message, 'media' | 'files'> => ({
  media: readMedia(media),
  ...(files === null || files === '[]' ? {} : { files: [...readFiles(files)] }),
});

function toOrdered(
  row: MessageRow,
  personId: string,
  quoted: ReturnType<typeof mapQuotedPosts>,
): StoredOrderedMessage {
  const kind = MessageKind.parse(row.kind);
  const own = row.role === 'own';
  const quotes = readQuotes(row.quotes);
  const text = withoutQuoteLinks(row.text, quotes);
  const message: Message = {
    id: toMessageId(kind, row.x_id),
    xId: isLocalId(row.x_id) ? null : row.version_x_id,
    kind,
    direction: own ? 'out' : 'in',
    author: {
      id: row.author_id,
      handle: row.author_handle,
      name: row.author_name,
      ...toPicture(row.author_picture),
    },
    text,
    at: row.at,
    status: own ? { kind: 'sent' } : null,
    state: own ? 'sent' : 'received',
    conversationId: row.conversation_id,
    inReplyTo: row.in_reply_to,
    context: row.role === 'context' || row.person_id !== personId,
    lang: row.lang,
    deletedAt: row.deleted_at,
    earlier: readEarlier(row.earlier).toSorted((a, b) => a.at - b.at),
    unreadable: row.unreadable === 1,
    links: placeLinks(row.text, readLinks(row.links)),
    ...toPictures(row),
    attachments: readAttachments(row.attachments),
    quotes: quotes.map((xId) => ({ xId, post: quoted.get(xId) ?? null })),
    ...(row.outbox_id === null ? {} : { outboxId: row.outbox_id }),
    ...(row.agent === null ? {} : { agent: row.agent }),
  };
  return { rowId: row.rowId, message, storedText: row.stored_text };
}
