import { createHash } from 'node:crypto';
import type { XUnreadable } from '../x/xClient.ts';
import type { Db } from './open.ts';
import { run } from './sql.ts';

/** Keeps what could not be understood, for a person to look at; the same thing is kept once. */
export function quarantine(db: Db, source: string, unreadable: readonly XUnreadable[], now: number): void {
  for (const { item, reason } of unreadable) {
    const id = createHash('sha256').update(`${source}\n${item}`).digest('hex');
    run(db, 'INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)', id, source, now, item, reason);
  }
}
