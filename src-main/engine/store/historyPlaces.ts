import type { Db } from './open.ts';
import { get } from './sql.ts';

/** The row id of a message (`post-…` or `dm-…`) in a person's history, of context too; null if it is not there. */
export function findInHistory(db: Db, personId: string, messageId: string): number | null {
  const [, kind = '', xId = ''] = /^(post|dm)-(.+)$/.exec(messageId) ?? [];
  const text = `SELECT id FROM messages WHERE kind = :kind AND x_id = :xId AND (person_id = :personId
    OR id IN (SELECT message_id FROM contexts WHERE person_id = :personId))`;
  return get<{ id: number }>(db, text, { kind, xId, personId })?.id ?? null;
}

/** The row id of the message that comes `count` messages after the row id `from`, which counts itself; null if there are fewer. */
export function findLater(db: Db, personId: string, from: number, count: number): number | null {
  const text = `SELECT id FROM messages WHERE person_id = :personId AND id >= :from
    UNION SELECT message_id FROM contexts WHERE person_id = :personId AND message_id >= :from
    ORDER BY 1 LIMIT 1 OFFSET :count`;
  return get<{ id: number }>(db, text, { personId, from, count })?.id ?? null;
}
