/** What is left of erased messages in the file of the search index, and who wrote messages in the history of somebody else. */
export const erasingInSlices = {
  version: 57,
  sql: `-- The file of the index still has words of erased messages, which no search finds: marked, or rewriting while it is written anew.
ALTER TABLE search_index ADD COLUMN erased_words TEXT CHECK (erased_words IN ('marked', 'rewriting'));
UPDATE search_index SET erased_words = 'marked' WHERE EXISTS (
  SELECT 1 FROM messages_fts_config WHERE k = 'secure-delete' AND v = 0);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);
-- So that nobody has to read every message to erase a person: nearly none are in here.
CREATE INDEX messages_by_others ON messages (author_id) WHERE author_id <> person_id AND role <> 'own';`,
} as const;
