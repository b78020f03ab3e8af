/**
 * `bulk` is the common id of the activities of one bulk change. `unread_from` is the time of capture of the message from which on an
 * agent has marked a conversation as unread; null if none has, or since all of it was read again.
 */
export const bulk = {
  version: 19,
  sql: `ALTER TABLE activities ADD COLUMN bulk TEXT;
CREATE INDEX activities_bulk ON activities (bulk) WHERE bulk IS NOT NULL;
ALTER TABLE conversations ADD COLUMN unread_from INTEGER;`,
} as const;
