import { GapReason } from '#shared/domain/capture.ts';
import type { Db } from './open.ts';
import type { SourceId } from './sources.ts';
import { all, run } from './sql.ts';

/** A stretch of one source that is missing. */
export interface GapRow {
  readonly id: string;
  readonly sourceId: SourceId;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly reason: GapReason;
  /** What is missing lies after this X id; null where nothing had been captured before. */
  readonly afterId: string | null;
  /** What is missing lies before this X id; null while nothing newer has been captured. */
  readonly beforeId: string | null;
  /** The token of the page up to which a reading came; null where that was the newest page, or none. */
  readonly pageToken: string | null;
  /** Left by the first reading of the source: nothing before it was ever captured. */
  readonly isBeginning: boolean;
  readonly foundAt: number;
}

const select = `SELECT id, source_id AS sourceId, from_at AS "from", to_at AS "to", reason, after_id AS afterId,
  before_id AS beforeId, page_token AS pageToken, is_beginning AS isBeginning, found_at AS foundAt
  FROM gaps WHERE filled_at IS NULL`;

/** What is missing of one source, the oldest first. */
export function listOpenGaps(db: Db, sourceId: SourceId): GapRow[] {
  return all<StoredGap>(db, `${select} AND source_id = ? ORDER BY from_at, id`, sourceId).map(toRow);
}

/** What is missing of every source, the oldest first. */
export function listAllOpenGaps(db: Db): GapRow[] {
  return all<StoredGap>(db, `${select} ORDER BY from_at, id`).map(toRow);
}

/** What is missing of any source between two times, the oldest first. */
export function listGapsBetween(db: Db, from: number, to: number): GapRow[] {
  const text = `${select} AND to_at > ? AND from_at < ? ORDER BY from_at, id`;
  return all<StoredGap>(db, text, from, to).map(toRow);
}

/** Adds a gap, or changes the one with this id. */
export function putGap(db: Db, gap: GapRow): void {
  const text = `INSERT INTO gaps (id, source_id, from_at, to_at, reason, after_id, before_id, page_token,
      is_beginning, found_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET to_at = excluded.to_at, reason = excluded.reason, before_id = excluded.before_id,
      page_token = excluded.page_token`;
  const { id, sourceId, from, to, reason, afterId, beforeId, pageToken, isBeginning, foundAt } = gap;
  run(db, text, id, sourceId, from, to, reason, afterId, beforeId, pageToken, isBeginning ? 1 : 0, foundAt);
}

/** Notes that nothing of it is missing any more. */
export function fillGap(db: Db, id: string, now: number): void {
  run(db, 'UPDATE gaps SET filled_at = ? WHERE id = ? AND filled_at IS NULL', now, id);
}

interface StoredGap extends Omit<GapRow, 'isBeginning'> {
  readonly isBeginning: number;
}

function toRow(row: StoredGap): GapRow {
  return { ...row, reason: GapReason.parse(row.reason), isBeginning: row.isBeginning === 1 };
}
