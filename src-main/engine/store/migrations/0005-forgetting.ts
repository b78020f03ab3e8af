/** Removes the words of an erased message from the full-text index at once, not when its segments are merged some day. */
export const forgetting = {
  version: 5,
  sql: `INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);`,
} as const;
