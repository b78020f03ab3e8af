/**
 * Replies in several posts. An entry sends its parts one after the other: `text` and `in_reply_to` are of the one that is next.
 * Each part that X has is a row of its own, like any sent reply.
 */
export const threads = {
  version: 29,
  sql: `
-- All parts as JSON; null for a reply in one post.
ALTER TABLE outbox ADD COLUMN parts TEXT;
-- The entry of which this is a part that X has; null for an entry.
ALTER TABLE outbox ADD COLUMN thread_id TEXT;
-- As JSON: the ids of those who are not mentioned, though X would.
ALTER TABLE outbox ADD COLUMN exclude_mentions TEXT NOT NULL DEFAULT '[]';
CREATE INDEX outbox_thread ON outbox (thread_id) WHERE thread_id IS NOT NULL;
`,
} as const;
