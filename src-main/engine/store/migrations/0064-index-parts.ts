/**
 * The search index of messages is in parts by row id, which are added and numbered by the engine (`indexParts.ts`). What an earlier Perch
 * has indexed is one part, until nobody works and it is built again in several. A later migration that builds `messages_fts` again has to
 * drop the tables and views of the other parts too.
 */
export const indexParts = {
  version: 64,
  sql: `-- The parts of the search index of messages. 0 is messages_fts, whose content is messages_folded; 1 is messages_fts_1, and so on.
CREATE TABLE index_parts (
  number INTEGER PRIMARY KEY,
  -- It has the messages with this row id or a greater one, before the row id of the end; that is 2^53 - 1 for the newest part.
  first_id INTEGER NOT NULL,
  end_id INTEGER NOT NULL,
  -- How many messages were put into it, also those that were removed since.
  indexed INTEGER NOT NULL,
  -- It still has words of erased messages, which no search finds: marked, or rewriting while it is written anew.
  erased_words TEXT CHECK (erased_words IN ('marked', 'rewriting')),
  -- The version of Unicode with which it was last found to match the messages, and when.
  unicode TEXT,
  checked_at INTEGER
) STRICT;
INSERT INTO index_parts (number, first_id, end_id, indexed, erased_words, unicode, checked_at)
  SELECT 0, indexed_from, 9007199254740991, (SELECT count(*) FROM messages WHERE id >= indexed_from), erased_words, unicode, checked_at
  FROM search_index;
ALTER TABLE search_index DROP COLUMN erased_words;
-- How many messages a part has before the next one begins.
ALTER TABLE search_index ADD COLUMN part_size INTEGER NOT NULL DEFAULT 100000;

-- The texts as they are indexed: of all messages, and of those in the first part.
CREATE VIEW folded_texts (id, text) AS SELECT id, fold_text(text) FROM messages;
DROP VIEW messages_folded;
CREATE VIEW messages_folded (id, text) AS SELECT id, text FROM folded_texts
  WHERE id >= (SELECT first_id FROM index_parts WHERE number = 0) AND id < (SELECT end_id FROM index_parts WHERE number = 0);`,
} as const;
