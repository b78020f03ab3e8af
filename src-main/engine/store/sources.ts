import { AppError } from '../../../shared/errors.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';

/** Where messages come from. */
export const sourceIds = ['mentions', 'dms'] as const;
export type SourceId = (typeof sourceIds)[number];

/** How far a source has been captured and how asking it went. */
export interface Source {
  readonly id: SourceId;
  /** Everything up to this X id has been captured without a hole; null before the first full round. */
  readonly sinceId: string | null;
  readonly lastPollAt: number | null;
  /** When Perch asks by itself again. */
  readonly nextPollAt: number | null;
  /** X asked not to be asked before; also an agent's wish waits for it. */
  readonly blockedUntil: number | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly error: AppError | null;
}

/** What is known of a source; one that was never asked knows nothing. */
export function getSource(db: Db, id: SourceId): Source {
  const row = get<Omit<Source, 'id' | 'error'> & { error: string | null }>(
    db,
    `SELECT since_id AS sinceId, last_poll_at AS lastPollAt, next_poll_at AS nextPollAt,
       blocked_until AS blockedUntil, failures, error FROM sources WHERE id = ?`,
    id,
  );
  if (!row) {
    const never = { lastPollAt: null, nextPollAt: null, blockedUntil: null };
    return { id, sinceId: null, ...never, failures: 0, error: null };
  }
  return { ...row, id, error: row.error === null ? null : AppError.parse(JSON.parse(row.error)) };
}

export function putSource(db: Db, source: Source): void {
  run(
    db,
    `INSERT INTO sources (id, since_id, last_poll_at, next_poll_at, blocked_until, failures, error)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET since_id = excluded.since_id, last_poll_at = excluded.last_poll_at,
       next_poll_at = excluded.next_poll_at, blocked_until = excluded.blocked_until,
       failures = excluded.failures, error = excluded.error`,
    source.id,
    source.sinceId,
    source.lastPollAt,
    source.nextPollAt,
    source.blockedUntil,
    source.failures,
    source.error === null ? null : JSON.stringify(source.error),
  );
}
