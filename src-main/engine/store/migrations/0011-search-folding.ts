/**
 * The search index contains folded texts (`foldText`), which the ASCII tokenizer splits at spaces, with prefix lists of up to
 * four letters. Its content is a view, so that FTS5 can compare the index with the messages by itself. It starts empty; the
 * engine fills it in batches while it runs, newest messages first.
 *
 * `fold_text` and `fold_name` are functions of the engine's connection: other programs can search the index, but neither read
 * the view nor write names. A later migration that rebuilds `messages` or `people` has to drop and recreate view and triggers.
 */
export const searchFolding = {
  version: 11,
  sql: `
DROP TABLE messages_fts;

CREATE VIEW messages_folded (id, text) AS SELECT id, fold_text(text) FROM messages;

CREATE VIRTUAL TABLE messages_fts USING fts5 (
  text, content = 'messages_folded', content_rowid = 'id', prefix = '2 3 4', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('automerge', 8);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('crisismerge', 32);
INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);

-- How far the search index is built; one row.
CREATE TABLE search_index (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Messages with this row id or a greater one are in the index, all others are not; 0 when all are.
  indexed_from INTEGER NOT NULL,
  -- How many messages the current build has indexed, of how many.
  indexed INTEGER NOT NULL,
  total INTEGER NOT NULL,
  -- The version of the folding that built it.
  folding INTEGER NOT NULL,
  -- The version of Unicode with which the index was last found to match the messages, and when.
  unicode TEXT,
  checked_at INTEGER
) STRICT;
INSERT INTO search_index (id, indexed_from, indexed, total, folding)
  SELECT 1, coalesce(max(id) + 1, 0), 0, count(*), 1 FROM messages;

-- The folded name; only of names that are not plain ASCII, which lower() folds as well.
ALTER TABLE people ADD COLUMN folded_name TEXT;
UPDATE people SET folded_name = fold_name(name) WHERE name GLOB '*[^ -~]*';
CREATE TRIGGER people_named AFTER INSERT ON people WHEN new.name GLOB '*[^ -~]*' BEGIN
  UPDATE people SET folded_name = fold_name(new.name) WHERE x_id = new.x_id;
END;
CREATE TRIGGER people_renamed AFTER UPDATE OF name ON people WHEN new.name IS NOT old.name BEGIN
  UPDATE people SET folded_name = iif(new.name GLOB '*[^ -~]*', fold_name(new.name), NULL) WHERE x_id = new.x_id;
END;
`,
} as const;
