/** Whose posts the Watchlist leaves out, and since when. */
export const blockedAuthors = {
  version: 54,
  sql: `CREATE TABLE blocked_authors (
  person_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;`,
} as const;
