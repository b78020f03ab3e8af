/**
 * Pictures that agents attach to replies. They are in the store, so that a copy of it has them, and so that a reply and its
 * pictures are safe on disk by one transaction.
 */
export const replyFiles = {
  version: 26,
  sql: `
CREATE TABLE reply_files (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  -- How far X has it, as JSON.
  upload TEXT,
  content BLOB NOT NULL
) STRICT;
-- As JSON: their ids, what is known of them, and their alternative texts.
ALTER TABLE drafts ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE outbox ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
`,
} as const;
