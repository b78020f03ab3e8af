/**
 * The library of canned responses, with a search index like that of notes (version 17), and in which replies they were used. The
 * uses refer to the outbox without a constraint: a reply that is taken back leaves it, and the figures stay if its table is built anew.
 */
export const library = {
  version: 25,
  sql: `
CREATE TABLE canned_responses (
  -- Its row in the search index.
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  shortcut TEXT,
  -- What the search makes of the shortcut.
  folded_shortcut TEXT,
  folder TEXT NOT NULL,
  -- The wordings and the pictures, as JSON.
  texts TEXT NOT NULL,
  images TEXT NOT NULL DEFAULT '[]',
  uses INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER,
  agent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Set while it is deleted; undoing brings it back.
  deleted_at INTEGER
) STRICT;
CREATE UNIQUE INDEX canned_responses_shortcut ON canned_responses (folded_shortcut)
  WHERE folded_shortcut IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX canned_responses_folder ON canned_responses (folder, title, id) WHERE deleted_at IS NULL;

CREATE TABLE canned_uses (
  outbox_id TEXT NOT NULL,
  canned_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- Whether the agent changed the wording before sending it.
  edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
  -- Null until X has the reply.
  sent_at INTEGER,
  PRIMARY KEY (outbox_id, canned_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_uses_sent ON canned_uses (canned_id, sent_at) WHERE sent_at IS NOT NULL;

CREATE VIEW canned_folded (id, shortcut, title, text) AS
  SELECT row_id, fold_text(coalesce(shortcut, '')), fold_text(title), fold_wordings(texts)
  FROM canned_responses WHERE deleted_at IS NULL;

CREATE VIRTUAL TABLE canned_fts USING fts5 (
  shortcut, title, text, content = 'canned_folded', content_rowid = 'id', prefix = '2 3 4', columnsize = 0, tokenize = 'ascii'
);
INSERT INTO canned_fts (canned_fts, rank) VALUES ('secure-delete', 1);
`,
} as const;
