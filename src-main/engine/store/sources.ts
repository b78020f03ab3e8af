import type { SourceKind } from '#shared/domain/capture.ts';
import { AppError } from '#shared/errors.ts';
import { parseColumn, toRowError } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** The sources of the account itself, which every workspace has. */
export const sourceIds = ['mentions', 'dms', 'ownPosts'] as const;
/** A place that messages come from: a source of the account, or a saved search. */
export type SourceId = (typeof sourceIds)[number] | `search:${string}`;

/** How far a source has been captured, and how polling it went. */
export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  /** The newest X id that was read; what is missing below it is recorded as gaps. */
  readonly sinceId: string | null;
  /** Everything up to this time is captured, except for the gaps; null before the first successful poll. */
  readonly capturedThrough: number | null;
  /** The time of the oldest item that the first read has fetched so far; null if unknown. */
  readonly capturedFrom: number | null;
  readonly lastPollAt: number | null;
  /** When Perch polls it automatically again; null if nothing is planned. */
  readonly nextPollAt: number | null;
  /** End of a rate limit of X, which a poll on demand respects too. */
  readonly blockedUntil: number | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly error: AppError | null;
}

/** All sources that are polled: those of the account, then the saved searches, oldest first. */
export function listSourceIds(db: Db): SourceId[] {
  const text = 'SELECT id FROM saved_searches WHERE removed_at IS NULL ORDER BY created_at, id';
  return [...sourceIds, ...all<{ id: string }>(db, text).map(({ id }) => toSearchSource(id))];
}

/** The source id of a saved search. */
export function toSearchSource(searchId: string): SourceId {
  return `search:${searchId}`;
}

/** The saved search id of a source; meaningful only for sources of the kind `search`. */
export function toSearchId(id: SourceId): string {
  return id.replace(/^search:/, '');
}

/** The kind of a source. */
export function toSourceKind(id: SourceId): SourceKind {
  return id === 'mentions' || id === 'dms' || id === 'ownPosts' ? id : 'search';
}

/**
 * Whether another source of the account than `id` was never polled. The account's posts may reply to its mentions, which must not show up as
 * waiting in between.
 */
export function isFirstCycle(db: Db, id: SourceId): boolean {
  return sourceIds.some((other) => other !== id && getSource(db, other).lastPollAt === null);
}

/** The state of a source; all empty if it was never polled. */
export function getSource(db: Db, id: SourceId): Source {
  const row = get<Omit<Source, 'id' | 'kind' | 'error'> & { error: string | null }>(
    db,
    `SELECT since_id AS sinceId, captured_through AS capturedThrough, captured_from AS capturedFrom, last_poll_at AS lastPollAt,
       next_poll_at AS nextPollAt, blocked_until AS blockedUntil, failures, error FROM sources WHERE id = ?`,
    id,
  );
  const kind = toSourceKind(id);
  if (!row) {
    const never = {
      capturedThrough: null,
      capturedFrom: null,
      lastPollAt: null,
      nextPollAt: null,
      blockedUntil: null,
    };
    return { id, kind, sinceId: null, ...never, failures: 0, error: null };
  }
  return {
    ...row,
    id,
    kind,
    error: row.error === null ? null : parseColumn(AppError, row.error, toRowError('sources.error')),
  };
}

/** Inserts or replaces the state of a source. */
export function putSource(db: Db, source: Source): void {
  run(
    db,
    `INSERT INTO sources (id, kind, since_id, captured_through, captured_from, last_poll_at, next_poll_at,
       blocked_until, failures, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET since_id = excluded.since_id, captured_through = excluded.captured_through,
       captured_from = excluded.captured_from,
       last_poll_at = excluded.last_poll_at, next_poll_at = excluded.next_poll_at,
       blocked_until = excluded.blocked_until, failures = excluded.failures, error = excluded.error`,
    source.id,
    source.kind,
    source.sinceId,
    source.capturedThrough,
    source.capturedFrom,
    source.lastPollAt,
    source.nextPollAt,
    source.blockedUntil,
    source.failures,
    source.error === null ? null : JSON.stringify(source.error),
  );
}

/** Deletes the state and the gaps of a source, as if it had never been polled. */
export function deleteSource(db: Db, id: SourceId): void {
  run(db, 'DELETE FROM sources WHERE id = ?', id);
  run(db, 'DELETE FROM gaps WHERE source_id = ?', id);
}
