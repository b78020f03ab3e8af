/** Private messages that were written in groups. */
export const groupMessages = {
  version: 49,
  sql: `-- Private messages of groups: they are outside of any conversation, in the history of their author.
CREATE TABLE group_messages (
  message_id INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
  group_id TEXT NOT NULL,
  author_id TEXT NOT NULL REFERENCES people
) STRICT;
CREATE INDEX group_messages_writers ON group_messages (group_id, author_id);`,
} as const;
