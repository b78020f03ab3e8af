import type { Db } from './open.ts';
import { run } from './sql.ts';

/** Records that X charged for these things on this UTC day. Returns how many it had not charged for yet that day. */
export function noteCharged(db: Db, day: string, things: readonly string[]): number {
  const text = 'INSERT OR IGNORE INTO charged_today (day, thing) VALUES (?, ?)';
  return things.reduce((added, thing) => added + run(db, text, day, thing), 0);
}

/** Deletes the records of earlier days. */
export function forgetChargedBefore(db: Db, day: string): void {
  run(db, 'DELETE FROM charged_today WHERE day < ?', day);
}
