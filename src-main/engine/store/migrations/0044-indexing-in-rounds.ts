/**
 * Messages are indexed many at a time, some time after they were stored. A later migration that builds `messages_fts` again has to empty
 * `unindexed` too: a message that is indexed twice damages the index.
 */
export const indexingInRounds = {
  version: 44,
  sql: `-- Messages that are stored, but not in the search index yet.
CREATE TABLE unindexed (message_id INTEGER PRIMARY KEY) STRICT;
-- In bytes, enough for the words of a round: FTS5 writes a part of the index whenever that is full.
INSERT INTO messages_fts (messages_fts, rank) VALUES ('hashsize', 4194304);`,
} as const;
