import type { SourceKind } from '#shared/domain/capture.ts';
import { AppError } from '#shared/errors.ts';
import type { Db } from './open.ts';
import { all, get, run } from './sql.ts';

/** The sources that every workspace has. */
export const sourceIds = ['mentions', 'dms', 'ownPosts'] as const;
/** Where messages come from: one that every workspace has, or a saved search. */
export type SourceId = (typeof sourceIds)[number] | `search:${string}`;

/** How far a source has been captured and how asking it went. */
export interface Source {
  readonly id: SourceId;
  readonly kind: SourceKind;
  /** The newest X id that was read; what is missing before it stands among the gaps. */
  readonly sinceId: string | null;
  /** Everything up to this time is captured, but for the gaps; null before the first full round. */
  readonly capturedThrough: number | null;
  /** The time of the oldest item that the first reading has told so far; null where that is not known. */
  readonly capturedFrom: number | null;
  readonly lastPollAt: number | null;
  /** When Perch asks by itself again. */
  readonly nextPollAt: number | null;
  /** X asked not to be asked before; also an agent's wish waits for it. */
  readonly blockedUntil: number | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly error: AppError | null;
}

/** All sources that are asked: those of every workspace, then the saved searches, the oldest first. */
export function listSourceIds(db: Db): SourceId[] {
  const text = 'SELECT id FROM saved_searches WHERE removed_at IS NULL ORDER BY created_at, id';
  return [...sourceIds, ...all<{ id: string }>(db, text).map(({ id }) => toSearchSource(id))];
}

/** The source that a saved search is. */
export function toSearchSource(searchId: string): SourceId {
  return `search:${searchId}`;
}

/** What kind of source this is. */
export function toSourceKind(id: SourceId): SourceKind {
  return id === 'mentions' || id === 'dms' || id === 'ownPosts' ? id : 'search';
}

/** What is known of a source; one that was never asked knows nothing. */
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
  return { ...row, id, kind, error: row.error === null ? null : AppError.parse(JSON.parse(row.error)) };
}

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

/** Forgets how far a source was captured and what it missed, as if it had never been asked. */
export function removeSource(db: Db, id: SourceId): void {
  run(db, 'DELETE FROM sources WHERE id = ?', id);
  run(db, 'DELETE FROM gaps WHERE source_id = ?', id);
}
