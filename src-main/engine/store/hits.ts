import { z } from 'zod';
import { listMessages, type OrderedMessage } from './history.ts';
import { parseColumn } from './jsonColumn.ts';
import type { MessageRole } from './messages.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** A message that saved searches have found. */
export interface Hit extends OrderedMessage {
  readonly searchIds: readonly string[];
  /** The conversation it was taken into, or belongs to anyway; null if none. */
  readonly takenAs: string | null;
}

/** What taking a hit needs to know about it. */
export interface StoredHit {
  readonly rowId: number;
  readonly role: MessageRole;
  readonly personId: string;
  readonly inReplyTo: string | null;
  readonly conversationId: string | null;
}

/** Records that a search found a message. Returns false if that was recorded before. */
export function insertHit(db: Db, searchId: string, messageRowId: number): boolean {
  return run(db, 'INSERT OR IGNORE INTO hits VALUES (?, ?)', searchId, messageRowId) > 0;
}

/** Returns which of some posts a search has found before, by the first X id of each. */
export function listKnownHits(db: Db, searchId: string, xIds: readonly string[]): Set<string> {
  const text = `SELECT m.x_id AS xId FROM json_each(?) wanted
    CROSS JOIN messages m ON m.kind = 'post' AND m.x_id = wanted.value
    WHERE EXISTS (SELECT 1 FROM hits WHERE search_id = ? AND message_id = m.id)`;
  return new Set(all<{ xId: string }>(db, text, JSON.stringify(xIds), searchId).map((row) => row.xId));
}

/** A page of hits below row id `before`, newest first: of one search, or of all if `searchId` is null. */
export function listHits(db: Db, searchId: string | null, before: number, limit: number): Hit[] {
  const rowIds = listHitRows(db, searchId, before, limit);
  const facts = readHitFacts(db, rowIds);
  return listMessages(db, rowIds).map((placed) => {
    const { searchIds, takenAs } = facts.get(placed.rowId) ?? { searchIds: [], takenAs: null };
    return { ...placed, searchIds, takenAs };
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

function listHitRows(db: Db, searchId: string | null, before: number, limit: number): number[] {
  const ofAll = `SELECT DISTINCT message_id AS id FROM hits WHERE message_id < ? ORDER BY 1 DESC LIMIT ?`;
  const ofOne = `SELECT message_id AS id FROM hits WHERE message_id < ? AND search_id = ? ORDER BY 1 DESC LIMIT ?`;
  const rows =
    searchId === null
      ? all<{ id: number }>(db, ofAll, before, limit)
      : all<{ id: number }>(db, ofOne, before, searchId, limit);
  return rows.map((row) => row.id);
}

const SearchIds = z.array(z.string());

function readHitFacts(db: Db, rowIds: readonly number[]): Map<number, Pick<Hit, 'searchIds' | 'takenAs'>> {
  const text = `SELECT m.id, m.conversation_id AS takenAs,
      (SELECT json_group_array(search_id) FROM hits WHERE message_id = m.id) AS searchIds
    FROM json_each(?) wanted CROSS JOIN messages m ON m.id = wanted.value`;
  const wanted = JSON.stringify(rowIds);
  const rows = all<{ id: number; takenAs: string | null; searchIds: string }>(db, text, wanted);
  const toFacts = ({ takenAs, searchIds }: (typeof rows)[number]) => ({
    takenAs,
    searchIds: parseColumn(SearchIds, searchIds, []),
  });
  return new Map(rows.map((row) => [row.id, toFacts(row)]));
}
