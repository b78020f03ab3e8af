/** Searches that people made or pinned. */
export const pastSearches = {
  version: 42,
  sql: `CREATE TABLE past_searches (
  text TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1))
) STRICT, WITHOUT ROWID;`,
} as const;
