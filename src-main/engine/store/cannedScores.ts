import type { CannedResponse } from '#shared/domain/cannedResponse.ts';
import type { Db } from './open.ts';
import { all } from './sql.ts';

type Scores = CannedResponse['outcome']['scores'][number];

/**
 * What surveys say that were asked for after these canned responses were sent, by their ids. Scales with fewer than `fewest` scores are
 * left out: of a few, single ones could be told.
 */
export function getCannedScores(db: Db, ids: readonly string[], fewest: number): Map<string, Scores[]> {
  const text = `SELECT c.value AS id, s.scale, sum(s.score >= iif(s.scale = 'csat', 4, 9)) AS high, count(*) AS "all"
    FROM surveys s, json_each(iif(json_valid(s.canned), s.canned, '[]')) c
    WHERE s.scale IN ('csat', 'nps') AND s.sent_at IS NOT NULL AND s.canned <> '[]' AND s.score IS NOT NULL
      AND c.value IN (SELECT value FROM json_each(?))
    GROUP BY c.value, s.scale HAVING count(*) >= ? ORDER BY s.scale`;
  const byId = new Map<string, Scores[]>();
  for (const { id, ...scores } of all<Scores & { id: string }>(db, text, JSON.stringify(ids), fewest))
    byId.set(id, [...(byId.get(id) ?? []), scores]);
  return byId;
}
