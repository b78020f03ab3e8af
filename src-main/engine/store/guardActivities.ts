import { z } from 'zod';
import { GuardCode } from '#shared/guards.ts';
import { parseColumn } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

const Codes = z.object({ codes: z.array(GuardCode) });

/** The guards that somebody overruled for a reply. */
export function listOverruled(db: Db, conversationId: string, outboxId: string): GuardCode[] {
  const text = `SELECT facts FROM activities WHERE conversation_id = ? AND kind = 'guardOverruled'
    AND iif(json_valid(facts), facts ->> 'outboxId', NULL) = ?`;
  return all<{ facts: string }>(db, text, conversationId, outboxId).flatMap(
    ({ facts }) => parseColumn(Codes, facts, { codes: [] }).codes,
  );
}

/** How often a guard refused a reply, and how often somebody overruled it. */
export interface GuardCount {
  readonly code: GuardCode;
  readonly refused: number;
  readonly overruled: number;
}

/** Counts what each guard did from `from` (inclusive) to `to` (exclusive). */
export function countGuards(db: Db, from: number, to: number): GuardCount[] {
  const text = `SELECT c.value AS code, sum(a.kind = 'guardRefused') AS refused, sum(a.kind = 'guardOverruled') AS overruled
    FROM activities a, json_each(iif(json_valid(a.facts), a.facts, '{}'), '$.codes') c
    WHERE a.kind IN ('guardRefused', 'guardOverruled') AND a.at >= ? AND a.at < ? GROUP BY c.value`;
  const counts = new Map(all<GuardCount>(db, text, from, to).map((count) => [count.code, count]));
  return GuardCode.options.map((code) => counts.get(code) ?? { code, refused: 0, overruled: 0 });
}
