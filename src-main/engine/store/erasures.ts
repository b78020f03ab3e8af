import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** An erasure that this store has seen. */
export interface StoredErasure {
  readonly id: string;
  readonly at: number;
  readonly agent: string | null;
  /** How much was erased, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  /** Backups were to go with it; whether that is still to be done is in the ledger. */
  readonly deletesBackups: boolean;
}

/** Records an erasure; call it in the transaction that carries it out. */
export function insertErasure(db: Db, erasure: StoredErasure): void {
  const { id, at, agent, counts, deletesBackups } = erasure;
  const text = `INSERT INTO erasures (id, at, agent, counts, deletes_backups) VALUES (?, ?, ?, ?, ?)`;
  run(db, text, id, at, agent, JSON.stringify(counts), Number(deletesBackups));
}

/** How many erasures there were since a time (inclusive), and when the last was. */
export function countErasuresSince(
  db: Db,
  since: number,
): { readonly count: number; readonly lastAt: number | null } {
  const text = 'SELECT count(*) AS count, max(at) AS lastAt FROM erasures WHERE at >= ?';
  return get(db, text, since) ?? { count: 0, lastAt: null };
}

/** The ids among these of erasures that this store has not seen. */
export function listUnseenErasures(db: Db, ids: readonly string[]): string[] {
  const text = 'SELECT value AS id FROM json_each(?) WHERE value NOT IN (SELECT id FROM erasures)';
  return all<{ id: string }>(db, text, JSON.stringify(ids)).map(({ id }) => id);
}

/** The ids of the erasures of which something is left to do, the earliest first. */
export function listUnfinishedErasures(db: Db): string[] {
  const text = 'SELECT id FROM erasures WHERE finished_at IS NULL ORDER BY at, id';
  return all<{ id: string }>(db, text).map(({ id }) => id);
}

/** Records that nothing is left to do. */
export function finishErasure(db: Db, id: string, now: number): void {
  run(db, 'UPDATE erasures SET finished_at = ? WHERE id = ?', now, id);
}
