/** The names of groups in which private messages were written. */
export const groupNames = {
  version: 65,
  sql: `-- The newest name of each group of private messages; empty if it has none any more, or if whoever gave it was erased.
CREATE TABLE group_names (
  group_id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Who gave it; null if that is not known.
  author_id TEXT,
  named_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`,
} as const;
