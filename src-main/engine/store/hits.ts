import { z } from 'zod';
import { isByBlocked } from './blockedAuthors.ts';
import { listMessages, type OrderedMessage } from './history.ts';
import { isWaiting } from './hitMarks.ts';
import { parseColumn } from './jsonColumn.ts';
import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A message that saved searches have found. */
export interface Hit extends OrderedMessage {
  readonly searchIds: readonly string[];
  /** The conversation it was taken into, or belongs to anyway; null if none. */
  readonly takenAs: string | null;
  /** Whether it waits to be looked at: nobody has read, hidden or taken it, and X still has it. */
  readonly unread: boolean;
  readonly hidden: boolean;
}

/** Which hits a list is about. */
export interface HitQuery {
  /** Null for the hits of all searches. */
  readonly searchId: string | null;
  readonly withHidden: boolean;
}

/** What taking a hit needs to know about it. */
export interface StoredHit {
  readonly rowId: number;
  readonly role: MessageRole;
  readonly personId: string;
  readonly inReplyTo: string | null;
  readonly conversationId: string | null;
}

/**
 * Records that a search found a message, which is unread if no search has found it before: then it is the first one. Returns null if that
 * was recorded before, or its author is blocked.
 */
export function insertHit(
  db: Db,
  searchId: string,
  messageRowId: number,
): { readonly messageRow: number; readonly isFirst: boolean } | null {
  const isKnown = get(db, 'SELECT 1 FROM hits WHERE message_id = ? LIMIT 1', messageRowId) !== null;
  const isNew = run(db, 'INSERT OR IGNORE INTO hits VALUES (?, ?)', searchId, messageRowId) > 0;
  if (!isKnown) run(db, 'INSERT OR IGNORE INTO unread_hits VALUES (?)', messageRowId);
  const isShown = isNew && get(db, `SELECT 1 WHERE ${isByBlocked('?')}`, messageRowId) === null;
  return isShown ? { messageRow: messageRowId, isFirst: !isKnown } : null;
}

/** Returns which of some posts a search has found before, by the first X id of each. */
export function listKnownHits(db: Db, searchId: string, xIds: readonly string[]): Set<string> {
  const text = `SELECT m.x_id AS xId FROM json_each(?) wanted
    CROSS JOIN messages m ON m.kind = 'post' AND m.x_id = wanted.value
    WHERE EXISTS (SELECT 1 FROM hits WHERE search_id = ? AND message_id = m.id)`;
  return new Set(all<{ xId: string }>(db, text, JSON.stringify(xIds), searchId).map((row) => row.xId));
}

/** A page of hits below row id `before`, newest first, without those by blocked authors. */
export function listHits(db: Db, query: HitQuery, before: number, limit: number): Hit[] {
  return listHitsOf(db, listHitRows(db, query, before, limit));
}

/** The words of a hit, empty if it is gone from X, and X's code of their language; null if X gave none. */
export interface HitText {
  readonly rowId: number;
  readonly authorId: string;
  readonly text: string;
  readonly lang: string | null;
}

/** The words of a page of hits below row id `before`, newest first. */
export function listHitTexts(db: Db, query: HitQuery, before: number, limit: number): HitText[] {
  const text = `SELECT m.id AS rowId, m.author_id AS authorId, m.text, m.lang FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value`;
  return all<HitText>(db, text, JSON.stringify(listHitRows(db, query, before, limit)));
}

/** The hits with these row ids, in this order. */
export function listHitsOf(db: Db, rowIds: readonly number[]): Hit[] {
  const facts = readHitFacts(db, rowIds);
  return listMessages(db, rowIds).map((placed) => {
    return { ...placed, ...(facts.get(placed.rowId) ?? noFacts) };
  });
}

/**
 * Returns the hit with this message id (`post-…`); null if no search found such a message, or if it was deleted on X and
 * belongs to no conversation.
 */
export function getHit(db: Db, messageId: string): StoredHit | null {
  const text = `SELECT id AS rowId, role, person_id AS personId, in_reply_to AS inReplyTo,
      conversation_id AS conversationId
    FROM messages WHERE kind = 'post' AND x_id = ? AND (deleted_at IS NULL OR conversation_id IS NOT NULL)
      AND EXISTS (SELECT 1 FROM hits WHERE message_id = messages.id)`;
  return get<StoredHit>(db, text, messageId.replace(/^post-/, ''));
}

function listHitRows(db: Db, { searchId, withHidden }: HitQuery, before: number, limit: number): number[] {
  const shown = `(? OR NOT EXISTS (SELECT 1 FROM hidden_hits h WHERE h.message_id = hits.message_id))
    AND NOT ${isByBlocked('hits.message_id')}`;
  const ofAll = `SELECT DISTINCT message_id AS id FROM hits WHERE message_id < ? AND ${shown}
    ORDER BY 1 DESC LIMIT ?`;
  const ofOne = `SELECT message_id AS id FROM hits WHERE message_id < ? AND ${shown} AND search_id = ?
    ORDER BY 1 DESC LIMIT ?`;
  const hiddenToo = withHidden ? 1 : 0;
  const rows =
    searchId === null
      ? all<{ id: number }>(db, ofAll, before, hiddenToo, limit)
      : all<{ id: number }>(db, ofOne, before, hiddenToo, searchId, limit);
  return rows.map((row) => row.id);
}

const SearchIds = z.array(z.string());

type HitFacts = Pick<Hit, 'searchIds' | 'takenAs' | 'unread' | 'hidden'>;

const noFacts: HitFacts = { searchIds: [], takenAs: null, unread: false, hidden: false };

interface HitFactsRow {
  readonly id: number;
  readonly takenAs: string | null;
  readonly searchIds: string;
  readonly unread: number;
  readonly hidden: number;
}

function readHitFacts(db: Db, rowIds: readonly number[]): Map<number, HitFacts> {
  const text = `SELECT m.id, m.conversation_id AS takenAs,
      (SELECT json_group_array(search_id) FROM hits WHERE message_id = m.id) AS searchIds,
      EXISTS (SELECT 1 FROM unread_hits WHERE message_id = m.id) AND ${isWaiting} AS unread,
      EXISTS (SELECT 1 FROM hidden_hits WHERE message_id = m.id) AS hidden
    FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value`;
  const toFacts = ({ takenAs, searchIds, unread, hidden }: HitFactsRow): HitFacts => ({
    takenAs,
    searchIds: parseColumn(SearchIds, searchIds, []),
    unread: unread === 1,
    hidden: hidden === 1,
  });
  const rows = all<HitFactsRow>(db, text, JSON.stringify(rowIds));
  return new Map(rows.map((row) => [row.id, toFacts(row)]));
}
