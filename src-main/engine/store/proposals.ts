import { isNearlySame } from './answers.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** Replies in nearly the same words that were sent several times. */
export interface FrequentAnswer {
  readonly id: number;
  readonly uses: number;
  readonly signature: Buffer;
  /** The row id of the newest of them. */
  readonly newestId: number;
  readonly lang: string | null;
}

/** The most frequent answers that were sent at least `least` times and are not dismissed, at most `limit`. */
export function listFrequentAnswers(db: Db, least: number, limit: number): FrequentAnswer[] {
  const dismissed = all<{ signature: Buffer }>(db, 'SELECT signature FROM dismissed_proposals');
  const text = `SELECT a.id, a.uses, a.signature, e.id AS newestId, e.lang FROM answers a
    CROSS JOIN exchanges e ON e.id = (SELECT max(id) FROM exchanges WHERE answer_id = a.id)
    WHERE a.uses >= ? ORDER BY a.uses DESC LIMIT ?`;
  const isDismissed = ({ signature }: FrequentAnswer) =>
    dismissed.some((other) => isNearlySame(signature, other.signature));
  const found = all<FrequentAnswer>(db, text, least, limit + dismissed.length);
  return found.filter((answer) => !isDismissed(answer)).slice(0, limit);
}

/**
 * Never lists this answer again, nor what is nearly the same, and returns its signature. Returns null if there is no such answer, or if
 * exactly that is dismissed already.
 */
export function dismissAnswer(db: Db, id: number, now: number): Buffer | null {
  const answer = get<{ signature: Buffer }>(db, 'SELECT signature FROM answers WHERE id = ?', id);
  if (!answer) return null;
  const text = 'INSERT OR IGNORE INTO dismissed_proposals VALUES (?, ?)';
  return run(db, text, answer.signature, now) > 0 ? answer.signature : null;
}

/** Lists what was dismissed under this signature again; returns whether it was dismissed. */
export function restoreAnswer(db: Db, signature: Buffer): boolean {
  return run(db, 'DELETE FROM dismissed_proposals WHERE signature = ?', signature) > 0;
}
