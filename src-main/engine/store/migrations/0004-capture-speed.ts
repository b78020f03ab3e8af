/**
 * Makes storing and threading a message touch fewer pages: a summary reads one index, which contains assigned messages only,
 * and the full-text index merges its segments less often.
 */
export const captureSpeed = {
  version: 4,
  sql: `
DROP INDEX messages_conversation;
CREATE INDEX messages_conversation ON messages (conversation_id, id, role, at, captured_at, deleted_at)
  WHERE conversation_id IS NOT NULL;
INSERT INTO messages_fts (messages_fts, rank) VALUES ('automerge', 8);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('crisismerge', 32);
`,
} as const;
