/** Messages from tables of other tools. */
export const importedMessages = {
  version: 45,
  sql: `-- Messages from tables of other tools, with the name of the agent who wrote them there.
CREATE TABLE imported_messages (message_id INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE, agent TEXT) STRICT;
-- As JSON: how the columns of a table are read; null for an archive of X.
ALTER TABLE archive_imports ADD COLUMN mapping TEXT;`,
} as const;
