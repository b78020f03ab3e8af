/** How many posts each ten minutes brought, and when that was far more than usual. */
export const spikes = {
  version: 52,
  sql: `CREATE TABLE slot_counts (
  source_id TEXT NOT NULL,
  -- The beginning of ten minutes that were captured completely.
  slot_at INTEGER NOT NULL,
  posts INTEGER NOT NULL,
  PRIMARY KEY (source_id, slot_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE spikes (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  -- The end of the last ten minutes with raised counts.
  last_high_at INTEGER NOT NULL,
  ended_at INTEGER,
  dismissed_at INTEGER,
  -- The most posts in ten minutes, how many are usual, and what these posts have in common.
  posts INTEGER NOT NULL,
  usual REAL NOT NULL,
  hashtag TEXT,
  hashtag_share REAL NOT NULL,
  large_accounts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spikes_open ON spikes (began_at) WHERE ended_at IS NULL;`,
} as const;
