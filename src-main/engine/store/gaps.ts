import { GapReason } from '#shared/domain/capture.ts';
import type { Db } from './open.ts';
import type { SourceId } from './sources.ts';
import { all, run } from './sql.ts';

/** A stretch of one source that has not been captured. */
export interface GapRow {
  readonly id: string;
  readonly sourceId: SourceId;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly reason: GapReason;
  /** X id of the newest captured item below the gap; null if nothing below it was captured. */
  readonly afterId: string | null;
  /** X id of the oldest captured item above the gap; null while nothing newer has been captured. */
  readonly beforeId: string | null;
  /** Token of the page that a read reached last; null if that was the newest page, or if there was no read. */
  readonly pageToken: string | null;
  /** Whether the first read of the source left it: nothing older was ever captured. */
  readonly isBeginning: boolean;
  readonly foundAt: number;
}

const columns = `SELECT id, source_id AS sourceId, from_at AS "from", to_at AS "to", reason, after_id AS afterId,
  before_id AS beforeId, page_token AS pageToken, is_beginning AS isBeginning, found_at AS foundAt
  FROM gaps`;
const select = `${columns} WHERE filled_at IS NULL`;

/** The open gaps of a source, oldest first. */
export function listOpenGaps(db: Db, sourceId: SourceId): GapRow[] {
  return all<StoredGap>(db, `${select} AND source_id = ? ORDER BY from_at, id`, sourceId).map(toRow);
}

/** The open gaps of all sources, oldest first. */
export function listAllOpenGaps(db: Db): GapRow[] {
  return all<StoredGap>(db, `${select} ORDER BY from_at, id`).map(toRow);
}

/** The open gaps of all sources that overlap a stretch of time, oldest first. */
export function listGapsBetween(db: Db, from: number, to: number): GapRow[] {
  const text = `${select} AND to_at > ? AND from_at < ? ORDER BY from_at, id`;
  return all<StoredGap>(db, text, from, to).map(toRow);
}

/** The gaps of all sources that overlap a stretch of time, as they were known at a time, oldest first. */
export function listGapsKnownOn(
  db: Db,
  { from, to, asKnownOn }: { readonly from: number; readonly to: number; readonly asKnownOn: number },
): GapRow[] {
  const text = `${columns} WHERE found_at <= :asKnownOn AND coalesce(filled_at, :asKnownOn + 1) > :asKnownOn
    AND to_at > :from AND from_at < :to ORDER BY from_at, id`;
  return all<StoredGap>(db, text, { from, to, asKnownOn }).map(toRow);
}

/** Inserts a gap, or updates the one with this id: its upper end, reason and page token. */
export function putGap(db: Db, gap: GapRow): void {
  const text = `INSERT INTO gaps (id, source_id, from_at, to_at, reason, after_id, before_id, page_token,
      is_beginning, found_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET to_at = excluded.to_at, reason = excluded.reason, before_id = excluded.before_id,
      page_token = excluded.page_token`;
  const { id, sourceId, from, to, reason, afterId, beforeId, pageToken, isBeginning, foundAt } = gap;
  run(db, text, id, sourceId, from, to, reason, afterId, beforeId, pageToken, isBeginning ? 1 : 0, foundAt);
}

/** Closes a gap: nothing of it is missing any more. */
export function closeGap(db: Db, id: string, now: number): void {
  run(db, 'UPDATE gaps SET filled_at = ? WHERE id = ? AND filled_at IS NULL', now, id);
}

interface StoredGap extends Omit<GapRow, 'isBeginning'> {
  readonly isBeginning: number;
}

function toRow(row: StoredGap): GapRow {
  return { ...row, reason: GapReason.parse(row.reason), isBeginning: row.isBeginning === 1 };
}
