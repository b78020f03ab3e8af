/**
 * What agents tell each other about conversations. Notes are apart from messages and their drafts apart from those of replies, so
 * that nothing that sends can find them. The search index of notes is like that of messages (version 11), but complete at any time.
 */
export const tagsAndNotes = {
  version: 17,
  sql: `
CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- What the search makes of the name; names that it takes for the same are the same.
  folded_name TEXT NOT NULL UNIQUE,
  colour TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation_tags (
  conversation_id TEXT NOT NULL REFERENCES conversations,
  tag_id TEXT NOT NULL REFERENCES tags,
  PRIMARY KEY (conversation_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_tags_tag ON conversation_tags (tag_id, conversation_id);

CREATE TABLE notes (
  -- Its row in the search index.
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  agent TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The agents whom it mentions, as JSON: their ids and where in the text.
  mentions TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL,
  edited_at INTEGER,
  -- Set while it is deleted; undoing brings it back.
  deleted_at INTEGER
) STRICT;
CREATE INDEX notes_conversation ON notes (conversation_id, created_at) WHERE deleted_at IS NULL;

CREATE TABLE note_mentions (
  note_id TEXT NOT NULL REFERENCES notes (id),
  agent TEXT NOT NULL,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  seen_at INTEGER,
  PRIMARY KEY (note_id, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_mentions_unseen ON note_mentions (conversation_id, agent) WHERE seen_at IS NULL;

CREATE TABLE note_drafts (
  conversation_id TEXT PRIMARY KEY REFERENCES conversations,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIEW notes_folded (id, text) AS SELECT row_id, fold_text(text) FROM notes WHERE deleted_at IS NULL;

CREATE VIRTUAL TABLE notes_fts USING fts5 (
  text, content = 'notes_folded', content_rowid = 'id', prefix = '2 3 4', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO notes_fts (notes_fts, rank) VALUES ('secure-delete', 1);
`,
} as const;
