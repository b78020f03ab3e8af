/** What Perch has done on X about posts and people, so that it can offer to take it back. */
export const moderation = {
  version: 22,
  sql: `-- One row for each reply that is hidden and each person who is muted or kept from writing private messages.
CREATE TABLE moderation (
  what TEXT NOT NULL CHECK (what IN ('hidden', 'muted', 'dmsBlocked')),
  -- X's id of the post or the person.
  x_id TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (what, x_id)
) STRICT, WITHOUT ROWID;
-- A reply that is gone from X leaves no text in the outbox either.
UPDATE outbox AS o SET text = '' FROM messages m
  WHERE m.x_id = o.x_id AND m.kind = 'post' AND o.channel = 'public' AND m.deleted_at IS NOT NULL;`,
} as const;
