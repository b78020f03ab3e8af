import { createHash } from 'node:crypto';
import type { XUnreadable } from '../x/xClient.ts';
import type { Db } from './open.ts';
import { run } from './sql.ts';

/** Keeps response items that failed validation, for a person to inspect. The same item is kept once per source. */
export function quarantineItems(
  db: Db,
  source: string,
  unreadable: readonly XUnreadable[],
  now: number,
): void {
  for (const { item, reason } of unreadable) {
    const id = createHash('sha256').update(`${source}\n${item}`).digest('hex');
    run(db, 'INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)', id, source, now, item, reason);
  }
}
