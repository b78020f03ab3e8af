import type { TimelineRow } from './timelineRow.ts';

/** How many messages of others came after the row with `key`; 0 where that row is gone. */
export function countNewSince(rows: readonly TimelineRow[], key: string | undefined): number {
  const seen = rows.findLastIndex((row) => row.key === key);
  if (seen < 0) return 0;
  return rows.slice(seen + 1).filter((row) => row.kind === 'message' && row.message.direction === 'in')
    .length;
}
