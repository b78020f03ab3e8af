import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** SQL: the ids of the people who are VIPs. */
export const vipIds = 'SELECT person_id FROM vips';

/** SQL: 1 if the person with this id is a VIP, else 0. */
export const isVipOf = (personId: string): string => `${personId} IN (${vipIds})`;

/** Whether a person is a VIP. */
export function isVip(db: Db, personId: string): boolean {
  return get(db, 'SELECT 1 FROM vips WHERE person_id = ?', personId) !== null;
}

/** Remembers since when a person is a VIP, or with null that they are none. Returns whether that is new. */
export function setVipSince(db: Db, personId: string, since: number | null): boolean {
  const changes =
    since === null
      ? run(db, 'DELETE FROM vips WHERE person_id = ?', personId)
      : run(db, 'INSERT OR IGNORE INTO vips (person_id, since) VALUES (?, ?)', personId, since);
  return changes > 0;
}
