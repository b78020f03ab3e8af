/**
 * FTS5 merges its index by 64 pages at a time, within the commit that makes it necessary. In pages of 500 bytes instead of 4,050 that
 * is over sooner, and comes more often.
 */
export const exchangePages = {
  version: 36,
  sql: `INSERT INTO exchanges_fts (exchanges_fts, rank) VALUES ('pgsz', 500);`,
} as const;
