/**
 * Storing and placing a message touches fewer pages: what a conversation follows from is read from one index, which holds
 * only what has a place, and the full-text index merges its parts less often.
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
