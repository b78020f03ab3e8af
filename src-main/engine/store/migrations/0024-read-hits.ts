/** Which posts found by saved searches nobody has looked at, and which are hidden; those of earlier versions count as read. */
export const readHits = {
  version: 24,
  sql: `CREATE TABLE unread_hits (message_id INTEGER PRIMARY KEY REFERENCES messages) STRICT;
CREATE TABLE hidden_hits (message_id INTEGER PRIMARY KEY REFERENCES messages) STRICT;`,
} as const;
