import { isByBlocked } from './blockedAuthors.ts';
import type { Db } from './open.ts';
import { rowIdFloor } from './rowIds.ts';
import type { SourceId } from './sources.ts';
import { toSearchId } from './sources.ts';
import { all, run } from './sql.ts';

/** How many posts a source brought in ten minutes that were captured completely. */
export interface SlotCount {
  readonly slotAt: number;
  readonly posts: number;
}

/** The counted slots of a source from `since` on, oldest first. */
export function listSlotCounts(db: Db, sourceId: SourceId, since: number): SlotCount[] {
  const text = `SELECT slot_at AS slotAt, posts FROM slot_counts WHERE source_id = ? AND slot_at >= ? ORDER BY slot_at`;
  return all<SlotCount>(db, text, sourceId, since);
}

/** Stores what was counted; a slot that has a count keeps it. */
export function insertSlotCounts(db: Db, sourceId: SourceId, counts: readonly SlotCount[]): void {
  for (const { slotAt, posts } of counts)
    run(db, 'INSERT OR IGNORE INTO slot_counts VALUES (?, ?, ?)', sourceId, slotAt, posts);
}

/** Deletes the counts of all sources before a time. */
export function deleteSlotCountsBefore(db: Db, before: number): void {
  run(db, 'DELETE FROM slot_counts WHERE slot_at < ?', before);
}

/** A post as spikes see it. */
export interface SpikePost {
  readonly rowId: number;
  readonly text: string;
  readonly authorId: string;
  readonly followers: number | null;
}

// The plus signs here and in other files keep SQLite from reading all posts by the index of X ids, which begins with the kind.
const toMentions = (columns: string, join = '') =>
  `SELECT ${columns} FROM messages m ${join} WHERE m.id >= ? AND m.id < ? AND +m.kind = 'post' AND m.role = 'wanted'
    AND m.reason IN ('mention', 'reply', 'quote')`;

const toHits = (columns: string, join = '') =>
  `SELECT ${columns} FROM hits h ${join} WHERE h.message_id >= ? AND h.message_id < ? AND h.search_id = ?
    AND NOT ${isByBlocked('h.message_id')}`;

/** The row ids of the posts that a source brought of a stretch of time, the end exclusive. */
export function listPostRows(db: Db, sourceId: SourceId, from: number, to: number): number[] {
  const [low, high] = [rowIdFloor(from), rowIdFloor(to)];
  const rows =
    sourceId === 'mentions'
      ? all<{ id: number }>(db, toMentions('m.id'), low, high)
      : all<{ id: number }>(db, toHits('h.message_id AS id'), low, high, toSearchId(sourceId));
  return rows.map(({ id }) => id);
}

/** The posts that a source brought of a stretch of time, the end exclusive. */
export function listSpikePosts(db: Db, sourceId: SourceId, from: number, to: number): SpikePost[] {
  const columns = 'm.id AS rowId, m.text, m.author_id AS authorId, p.followers';
  const people = 'JOIN people p ON p.x_id = m.author_id';
  const [low, high] = [rowIdFloor(from), rowIdFloor(to)];
  return sourceId === 'mentions'
    ? all<SpikePost>(db, toMentions(columns, people), low, high)
    : all<SpikePost>(
        db,
        toHits(columns, `CROSS JOIN messages m ON m.id = h.message_id ${people}`),
        low,
        high,
        toSearchId(sourceId),
      );
}
