import type { Db } from './open.ts';
import { timeOfRowId } from './rowIds.ts';
import { get } from './sql.ts';

/** When the newest message was written or the newest activity happened, in epoch milliseconds; null if there is neither. */
export function getNewestAt(db: Db): number | null {
  const message = get<{ id: number | null }>(db, 'SELECT max(id) AS id FROM messages')?.id ?? null;
  // Ids of activities grow with time.
  const activity = get<{ at: number }>(db, 'SELECT at FROM activities ORDER BY id DESC LIMIT 1')?.at ?? null;
  const times = [message === null ? null : timeOfRowId(message), activity].filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}
