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

const due = `FROM conversations c WHERE ${isOver} AND EXISTS (
  SELECT 1 FROM json_each(:rules) r WHERE c.last_at < :now - (r.value ->> 'afterDays') * ${DAY_MS}
    AND (r.value ->> 'tagId' IS NULL OR EXISTS (
      SELECT 1 FROM conversation_tags t WHERE t.conversation_id = c.id AND t.tag_id = r.value ->> 'tagId')))`;

/** Counts what rules would erase at `now`, and when the last message of the oldest was written. */
export function countRetained(
  db: Db,
  rules: readonly RetentionRule[],
  now: number,
): RetentionCounts & { readonly oldestAt: number | null } {
  const text = `WITH due AS MATERIALIZED (SELECT c.id, c.last_at ${due})
    SELECT (SELECT count(*) FROM due) AS conversations, (SELECT min(last_at) FROM due) AS oldestAt,
      (SELECT count(*) FROM messages WHERE conversation_id IN (SELECT id FROM due)) AS messages`;
  const bound = { rules: JSON.stringify(rules), now };
  return get(db, text, bound) ?? { conversations: 0, messages: 0, oldestAt: null };
}

/** The oldest conversations that rules erase at `now`, at most `limit`. */
export function listDueConversations(
  db: Db,
  rules: readonly RetentionRule[],
  now: number,
  limit: number,
): string[] {
  const text = `SELECT c.id ${due} ORDER BY c.last_at, c.id LIMIT :limit`;
  return all<{ id: string }>(db, text, { rules: JSON.stringify(rules), now, limit }).map(({ id }) => id);
}
