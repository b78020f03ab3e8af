/** Imports of archives of X, and how far they are. */
export const archiveImports = {
  version: 43,
  sql: `CREATE TABLE archive_imports (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  -- By these another file of the same name is noticed.
  file_bytes INTEGER NOT NULL,
  file_modified_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'cancelled', 'done', 'failed')),
  -- Where it goes on: in which part, and after how many of its items.
  part INTEGER NOT NULL DEFAULT 0,
  item INTEGER NOT NULL DEFAULT 0,
  -- As JSON: what was read, stored and skipped so far.
  progress TEXT NOT NULL,
  error TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
-- Own posts that are nobody's although they refer to something: an archive brings years of posts that do not.
CREATE INDEX messages_nobodys ON messages (id) WHERE role = 'own' AND kind = 'post' AND person_id = author_id
  AND (in_reply_to IS NOT NULL OR quotes <> '[]');`,
} as const;
