import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import { get } from './sql.ts';

/** The X id of the newest private message with one person from before a time, null if there is none. */
export const getNewestDmBefore = (db: Db, at: number): string | null =>
  getNewest(
    db,
    at,
    `+kind = 'dm' AND NOT EXISTS (SELECT 1 FROM group_messages WHERE message_id = messages.id)`,
  );

/** The X id of the account's newest post from before a time, null if there is none. */
export const getNewestOwnPostBefore = (db: Db, at: number): string | null =>
  getNewest(db, at, `+kind = 'post' AND role = 'own'`);

function getNewest(db: Db, at: number, condition: string): string | null {
  const text = `SELECT x_id AS xId FROM messages WHERE id < ? AND ${condition} ORDER BY id DESC LIMIT 1`;
  return get<{ xId: string }>(db, text, rowIdFloor(at))?.xId ?? null;
}
