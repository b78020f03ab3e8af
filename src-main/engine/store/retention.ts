import { z } from 'zod';
import { type RetentionCounts, RetentionRule, RetentionRun } from '#shared/domain/retention.ts';
import { DAY_MS } from '#shared/time.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';
import { all, get } from './sql.ts';

const Rules = z.array(RetentionRule);

/** The rules by which old conversations are erased; none if what is stored is missing or fails validation. */
export const getRetentionRules = (db: Db): RetentionRule[] =>
  Rules.safeParse(getSetting(db, 'retention')).data ?? [];

export const putRetentionRules = (db: Db, rules: readonly RetentionRule[]): void =>
  putSetting(db, 'retention', rules);

/** The last run that erased something; null if there was none. */
export const getRetentionRun = (db: Db): RetentionRun | null =>
  RetentionRun.safeParse(getSetting(db, 'retentionRun')).data ?? null;

export const putRetentionRun = (db: Db, run: RetentionRun): void => putSetting(db, 'retentionRun', run);

// Of a conversation with something unsent somebody may still think, whatever its age.
const isOver = `c.view = 'resolved' AND c.in_queue = 0
  AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.conversation_id = c.id AND (d.text <> '' OR d.attachments <> '[]'))
  AND NOT EXISTS (SELECT 1 FROM note_drafts d WHERE d.conversation_id = c.id)
  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 'sent' AND o.dismissed = 0)
  AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.conversation_id = c.id AND a.state = 'waiting')
  AND NOT EXISTS (SELECT 1 FROM surveys s WHERE s.conversation_id = c.id AND s.state IN ('scheduled', 'queued'))`;

const isDue = `${isOver} AND EXISTS (
  SELECT 1 FROM json_each(:rules) r WHERE c.last_at < :now - (r.value ->> 'afterDays') * ${DAY_MS}
    AND (r.value ->> 'tagId' IS NULL OR EXISTS (
      SELECT 1 FROM conversation_tags t WHERE t.conversation_id = c.id AND t.tag_id = r.value ->> 'tagId')))`;

/** What rules would erase, and when the last message of the oldest conversation of it was written. */
export type RetainedCounts = RetentionCounts & { readonly oldestAt: number | null };

/** Conversations that are looked at in one go, which takes some milliseconds. */
const SLICE = 1_000;

/** Counts what rules would erase at `now`, the oldest first: yields after each slice what there is so far. */
export function* countRetained(
  db: Db,
  rules: readonly RetentionRule[],
  now: number,
): Generator<RetainedCounts> {
  let counts: RetainedCounts = { conversations: 0, messages: 0, oldestAt: null };
  const youngest = Math.min(...rules.map(({ afterDays }) => afterDays));
  const bound = { rules: JSON.stringify(rules), now, until: rules.length > 0 ? now - youngest * DAY_MS : 0 };
  for (let after: Place | null = { at: Number.MIN_SAFE_INTEGER, id: '' }; after !== null; ) {
    const slice: Slice | null = get<Slice>(db, countSlice, { ...bound, after: after.at, afterId: after.id });
    counts = {
      conversations: counts.conversations + (slice?.conversations ?? 0),
      messages: counts.messages + (slice?.messages ?? 0),
      oldestAt: counts.oldestAt ?? slice?.oldestAt ?? null,
    };
    after = slice?.lastAt == null || slice.lastId === null ? null : { at: slice.lastAt, id: slice.lastId };
    yield counts;
  }
}

interface Place {
  readonly at: number;
  readonly id: string;
}

interface Slice extends RetainedCounts {
  /** The last conversation of the slice; null if there was none. */
  readonly lastAt: number | null;
  readonly lastId: string | null;
}

const countSlice = `WITH slice AS MATERIALIZED (SELECT id, last_at FROM conversations
    WHERE view = 'resolved' AND (last_at, id) > (:after, :afterId) AND last_at < :until ORDER BY last_at, id LIMIT ${SLICE}),
  due AS MATERIALIZED (
    SELECT c.id, c.last_at FROM slice s CROSS JOIN conversations c ON c.id = s.id WHERE ${isDue})
  SELECT (SELECT count(*) FROM due) AS conversations, (SELECT min(last_at) FROM due) AS oldestAt,
    (SELECT count(*) FROM messages WHERE conversation_id IN (SELECT id FROM due)) AS messages,
    (SELECT max(last_at) FROM slice) AS lastAt, (SELECT id FROM slice ORDER BY last_at DESC, id DESC LIMIT 1) AS lastId`;

/** The oldest conversations that rules erase at `now`, at most `limit`. */
export function listDueConversations(
  db: Db,
  rules: readonly RetentionRule[],
  now: number,
  limit: number,
): string[] {
  const text = `SELECT c.id FROM conversations c WHERE ${isDue} ORDER BY c.last_at, c.id LIMIT :limit`;
  return all<{ id: string }>(db, text, { rules: JSON.stringify(rules), now, limit }).map(({ id }) => id);
}
