/** Whom a public reply mentions, and who is left out of it. */
export const mentions = {
  version: 33,
  sql: `
-- The people whom a post mentions, the account included, as X resolved their handles. Posts from before have none.
CREATE TABLE post_mentions (
  message_id INTEGER NOT NULL REFERENCES messages,
  position INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  handle TEXT NOT NULL,
  PRIMARY KEY (message_id, position)
) STRICT, WITHOUT ROWID;
-- As JSON: the ids of those who are not mentioned, though X would.
ALTER TABLE drafts ADD COLUMN exclude_mentions TEXT NOT NULL DEFAULT '[]';
`,
} as const;
