import type { Db } from './open.ts';
import { run } from './sql.ts';

/** Notes that X has charged for these things on this UTC day; answers how many of them are new. */
export function noteCharged(db: Db, day: string, things: readonly string[]): number {
  const text = 'INSERT OR IGNORE INTO charged_today (day, thing) VALUES (?, ?)';
  return things.reduce((added, thing) => added + run(db, text, day, thing), 0);
}

/** Forgets what was charged on earlier days. */
export function forgetChargedBefore(db: Db, day: string): void {
  run(db, 'DELETE FROM charged_today WHERE day < ?', day);
}
