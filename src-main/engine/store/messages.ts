import type { Attachment } from '#shared/domain/attachment.ts';
import type { Reason } from '#shared/domain/conversation.ts';
import { toConversationId } from '#shared/domain/conversationId.ts';
import { type Link, type Media, type MessageKind, toMessageId } from '#shared/domain/message.ts';
import { toCaptureTimes } from './captureClock.ts';
import { insertEarlierText } from './earlierTexts.ts';
import { forgetExchanges } from './exchanges.ts';
import { isOutdated, isStoredWrongly, withKnownDetails } from './knownDetails.ts';
import type { Db } from './open.ts';
import { insertPostVersions } from './postVersions.ts';
import { freeRowId, toOrderTime } from './rowIds.ts';
import { indexMessages, unindexMessage } from './searchIndex.ts';
import { all, get, run } from './sql.ts';

/** wanted: a person expects something of the account. own: written by the account. context: only helps to understand others. */
export type MessageRole = 'wanted' | 'own' | 'context';

/** One post or direct message as X has it. */
export interface MessageFacts {
  readonly kind: MessageKind;
  /** The id of its first version. */
  readonly xId: string;
  /** The id of this version; the same as `xId` if it was never edited. */
  readonly versionXId: string;
  /** The ids of all its versions, its own included; empty where there is only one. */
  readonly versions: readonly string[];
  readonly role: MessageRole;
  readonly reason: Reason | null;
  readonly authorId: string;
  /** The person to whose history it belongs. */
  readonly personId: string;
  readonly text: string;
  readonly at: number;
  readonly inReplyTo: string | null;
  readonly threadId: string | null;
  readonly lang: string | null;
  readonly links: readonly Link[];
  readonly media: readonly Media[];
  readonly attachments: readonly Attachment[];
  /** The X ids of the posts that it quotes or shares. */
  readonly quotes: readonly string[];
  /** X does not reveal its text. */
  readonly unreadable: boolean;
}

/**
 * What storing did. promoted: it was known as context and is now wanted. edited: it has a newer text, or turned out to have
 * another reason.
 */
export interface StoredMessage {
  readonly id: number;
  readonly change: 'added' | 'promoted' | 'edited' | 'none';
  readonly conversationId: string | null;
}

/** What is about to be stored. */
export interface NewMessages {
  readonly facts: readonly MessageFacts[];
  /** Those of them that are new, each once. */
  readonly added: readonly MessageFacts[];
}

interface StoreOptions {
  readonly replaces?: boolean;
  /** Returns the conversations of new messages as far as they are known; called once, before anything is stored. */
  readonly assign?: (messages: NewMessages) => ReadonlyMap<MessageFacts, string>;
}

interface KnownMessage {
  readonly id: number;
  readonly role: MessageRole;
  readonly reason: Reason | null;
  readonly versionXId: string;
  readonly text: string;
  /** As JSON. */
  readonly links: string;
  readonly media: string;
  readonly attachments: string;
  readonly quotes: string;
  readonly at: number;
  readonly deletedAt: number | null;
  readonly conversationId: string | null;
}

/**
 * Stores messages once each, however often and in whatever order their versions arrive, and indexes them for search.
 * Returns what it did in the order of `facts`. All but context and what `assign` assigns is left unthreaded. With `replaces` a stored message of the same
 * version is replaced if it differs, because an earlier Perch may have stored it wrongly; without, only if its poll has new votes or
 * its quotes were unknown. What X leaves out this time is kept. Call it within a transaction.
 */
export function storeMessages(
  db: Db,
  facts: readonly MessageFacts[],
  now: number,
  { replaces = false, assign = () => new Map() }: StoreOptions = {},
): StoredMessage[] {
  const added = new Set<number>();
  const absent = listAbsent(db, facts);
  const assigned = assign({ facts, added: listFirst(facts, absent) });
  const toCapturedAt = toCaptureTimes(db, facts, now);
  const stored = facts.map((message) => {
    if (!absent.delete(toMessageId(message.kind, message.xId))) {
      const known = requireKnown(db, message.kind, message.xId);
      const better = withKnownDetails(known, message);
      if (replaces ? isStoredWrongly(known, better) : isOutdated(known, better)) {
        rewrite(db, known, better, !added.has(known.id));
        return { id: known.id, change: 'edited' as const, conversationId: known.conversationId };
      }
      return update(db, known, message, toCapturedAt, added);
    }
    const conversationId = assigned.get(message) ?? null;
    const id = insert(db, message, { conversationId, capturedAt: toCapturedAt(message), checkedAt: now });
    added.add(id);
    return { id, change: 'added' as const, conversationId };
  });
  indexMessages(db, [...added]);
  for (const [at, { versions }] of facts.entries()) insertPostVersions(db, stored[at]?.id ?? 0, versions);
  return stored;
}

/** The ids of the messages that are not stored. */
function listAbsent(db: Db, facts: readonly MessageFacts[]): Set<string> {
  const text = `SELECT w.value ->> 0 || '-' || (w.value ->> 1) AS id FROM json_each(?) w WHERE NOT EXISTS (
    SELECT 1 FROM messages WHERE kind = w.value ->> 0 AND x_id = w.value ->> 1)`;
  const wanted = JSON.stringify(facts.map(({ kind, xId }) => [kind, xId]));
  return new Set(all<{ id: string }>(db, text, wanted).map((row) => row.id));
}

/** Those of some messages that are not stored, and those of edited posts, of which another version may be. */
export function listNewVersions<F extends MessageFacts>(db: Db, facts: readonly F[]): F[] {
  const absent = listAbsent(db, facts);
  return facts.filter(({ kind, xId, versions }) => versions.length > 0 || absent.has(toMessageId(kind, xId)));
}

/** The first message with each of these ids. */
function listFirst(facts: readonly MessageFacts[], ids: ReadonlySet<string>): MessageFacts[] {
  const left = new Set(ids);
  return facts.filter(({ kind, xId }) => left.delete(toMessageId(kind, xId)));
}

function update(
  db: Db,
  known: KnownMessage,
  facts: MessageFacts,
  toCapturedAt: (message: MessageFacts) => number,
  unindexed: ReadonlySet<number>,
): StoredMessage {
  if (known.deletedAt !== null) return { id: known.id, change: 'none', conversationId: known.conversationId };
  const edited = compareXIds(facts.versionXId, known.versionXId) > 0;
  if (facts.versionXId !== known.versionXId) {
    insertEarlierText(db, known.id, facts.xId, edited ? known : facts);
  }
  if (edited) rewrite(db, known, facts, !unindexed.has(known.id));
  const promoted = known.role === 'context' && facts.role === 'wanted';
  if (promoted) wantMessage(db, known.id, facts.reason, toCapturedAt(facts));
  const corrected = known.reason === 'keyword' && facts.role === 'wanted' && facts.reason !== 'keyword';
  if (corrected) correctReason(db, known.id, facts);
  const change = promoted ? 'promoted' : edited || corrected ? 'edited' : 'none';
  return { id: known.id, change, conversationId: known.conversationId };
}

/** Compares X ids by the time at which X gave them out. */
export function compareXIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a === b ? 0 : a < b ? -1 : 1;
}

function requireKnown(db: Db, kind: MessageKind, xId: string): KnownMessage {
  const known = get<KnownMessage>(
    db,
    `SELECT id, role, reason, version_x_id AS versionXId, text, links, media, attachments, quotes, at, deleted_at AS deletedAt,
       conversation_id AS conversationId FROM messages WHERE kind = ? AND x_id = ?`,
    kind,
    xId,
  );
  if (!known) throw new Error(`the ${kind} ${xId} is not stored`);
  return known;
}

interface Placed {
  readonly conversationId: string | null;
  readonly capturedAt: number;
  readonly checkedAt: number;
}

function insert(db: Db, facts: MessageFacts, { conversationId, capturedAt, checkedAt }: Placed): number {
  const id = freeRowId(db, toOrderTime(facts.xId, facts.at));
  const toNobody = facts.role === 'own' && facts.personId === facts.authorId;
  run(
    db,
    `INSERT INTO messages (id, kind, x_id, version_x_id, role, reason, author_id, person_id, conversation_id, threaded, text, at,
       in_reply_to, thread_id, lang, links, media, attachments, quotes, captured_at, checked_at, unreadable)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    facts.kind,
    facts.xId,
    facts.versionXId,
    facts.role,
    facts.reason,
    facts.authorId,
    facts.personId,
    conversationId,
    facts.role === 'context' || toNobody || conversationId !== null ? 1 : 0,
    facts.text,
    facts.at,
    facts.inReplyTo,
    facts.threadId,
    facts.lang,
    JSON.stringify(facts.links),
    JSON.stringify(facts.media),
    JSON.stringify(facts.attachments),
    JSON.stringify(facts.quotes),
    capturedAt,
    checkedAt,
    facts.unreadable ? 1 : 0,
  );
  return id;
}

/** Makes context a wanted message, unthreaded and with this reason, captured at this time of `captureClock.ts`. */
export function wantMessage(db: Db, id: number, reason: Reason | null, capturedAt: number): void {
  const text = `UPDATE messages SET role = 'wanted', reason = ?, threaded = 0, captured_at = ? WHERE id = ?`;
  run(db, text, reason, capturedAt, id);
}

// A saved search may capture a mention before the mentions do; it then had the reason `keyword`.
function correctReason(db: Db, id: number, { reason, xId }: MessageFacts): void {
  run(db, 'UPDATE messages SET reason = ? WHERE id = ?', reason, id);
  run(
    db,
    `UPDATE conversations SET reason = ? WHERE id = ? AND reason = 'keyword'`,
    reason,
    toConversationId(xId),
  );
}

function rewrite(db: Db, known: KnownMessage, facts: MessageFacts, indexed: boolean): void {
  if (indexed) unindexMessage(db, known.id, known.text);
  if (known.conversationId && facts.text !== known.text) forgetExchanges(db, known.conversationId);
  run(
    db,
    `UPDATE messages SET version_x_id = ?, text = ?, lang = ?, links = ?, media = ?, attachments = ?,
       quotes = ? WHERE id = ?`,
    facts.versionXId,
    facts.text,
    facts.lang,
    JSON.stringify(facts.links),
    JSON.stringify(facts.media),
    JSON.stringify(facts.attachments),
    JSON.stringify(facts.quotes),
    known.id,
  );
  if (indexed) indexMessages(db, [known.id]);
}
