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

/** What became of the replies of which a guard warned. */
export interface GuardCount {
  readonly code: GuardCode;
  readonly refused: number;
  readonly heeded: number;
  readonly overruled: number;
}

/** SQL condition: the reply of the activity `a` was taken back, so it is counted once it is sent again. */
const isTakenBack = `EXISTS (SELECT 1 FROM activities c WHERE c.conversation_id = a.conversation_id AND c.kind = 'replyCancelled'
  AND iif(json_valid(c.facts), c.facts ->> 'outboxId', NULL) = iif(json_valid(a.facts), a.facts ->> 'outboxId', NULL))`;

/** Counts what each guard did from `from` (inclusive) to `to` (exclusive). */
export function countGuards(db: Db, from: number, to: number): GuardCount[] {
  const text = `SELECT c.value AS code, sum(a.kind = 'guardRefused') AS refused, sum(a.kind = 'guardHeeded') AS heeded,
      sum(a.kind = 'guardOverruled') AS overruled
    FROM activities a, json_each(iif(json_valid(a.facts), a.facts, '{}'), '$.codes') c
    WHERE a.kind IN ('guardRefused', 'guardHeeded', 'guardOverruled') AND a.at >= ? AND a.at < ? AND NOT ${isTakenBack}
    GROUP BY c.value`;
  const counts = new Map(all<GuardCount>(db, text, from, to).map((count) => [count.code, count]));
  return GuardCode.options.map((code) => counts.get(code) ?? { code, refused: 0, heeded: 0, overruled: 0 });
}
