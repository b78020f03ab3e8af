import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** Records the X ids of all versions of a post; replies to an earlier wording keep its id. Repeating it changes nothing. */
export function insertPostVersions(db: Db, messageId: number, versions: readonly string[]): void {
  if (versions.length < 2) return;
  run(
    db,
    'INSERT OR IGNORE INTO post_versions SELECT value, ? FROM json_each(?)',
    messageId,
    JSON.stringify(versions),
  );
}

/** The row of the stored post one of whose versions has this X id; null if there is none. */
export function findPost(db: Db, xId: string): number | null {
  const text = `SELECT id FROM messages WHERE id = ${toPostRow(':xId')}`;
  return get<{ id: number }>(db, text, { xId })?.id ?? null;
}

/** The same as an SQL expression, for the X id that `xId` (SQL, too) stands for. */
export const toPostRow = (xId: string): string => `coalesce(
    (SELECT id FROM messages WHERE kind = 'post' AND x_id = ${xId}),
    (SELECT message_id FROM post_versions WHERE x_id = ${xId}))`;
