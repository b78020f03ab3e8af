/**
 * The first schema. A message's `id` grows with its time (see rowIds.ts), so that "newest first" and "between two dates"
 * are ranges of the primary key, also after a back-fill of old messages.
 */
export const initial = {
  version: 1,
  sql: `
CREATE TABLE account (
  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
  x_id TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL,
  connected_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
  x_id TEXT PRIMARY KEY,
  handle TEXT NOT NULL, name TEXT NOT NULL,
  description TEXT, location TEXT, picture_url TEXT,
  followers INTEGER, verified INTEGER, protected INTEGER, receives_dms INTEGER, joined_x_at INTEGER,
  first_seen_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'resolved')),
  reason TEXT NOT NULL CHECK (reason IN ('mention', 'reply', 'quote', 'dm')),
  agent TEXT,
  opened_at INTEGER NOT NULL,
  resolved_at INTEGER,
  snoozed_until INTEGER,
  read_through INTEGER NOT NULL DEFAULT 0,
  -- Derived from the messages and the outbox by summarise.ts, which may rebuild them at any time:
  view TEXT NOT NULL CHECK (view IN ('open', 'pending', 'snoozed', 'resolved')),
  in_queue INTEGER NOT NULL CHECK (in_queue IN (0, 1)),
  waiting_since INTEGER,
  due_at INTEGER,
  unread INTEGER NOT NULL DEFAULT 0,
  last_kind TEXT NOT NULL, last_direction TEXT NOT NULL, last_text TEXT NOT NULL, last_at INTEGER NOT NULL,
  last_message_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_queue ON conversations (in_queue, due_at, id);
CREATE INDEX conversations_view ON conversations (view, last_at, id);
CREATE INDEX conversations_last ON conversations (last_at, id);
CREATE INDEX conversations_agent ON conversations (agent, view, last_at, id);
CREATE INDEX conversations_person ON conversations (person_id, last_at);
CREATE INDEX conversations_snoozed ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL;

CREATE TABLE messages (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  x_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('wanted', 'own', 'context')),
  author_id TEXT NOT NULL REFERENCES people,
  person_id TEXT NOT NULL REFERENCES people,
  conversation_id TEXT REFERENCES conversations,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  in_reply_to TEXT, thread_id TEXT, lang TEXT,
  links TEXT NOT NULL DEFAULT '[]', media TEXT NOT NULL DEFAULT '[]',
  captured_at INTEGER NOT NULL,
  UNIQUE (kind, x_id)
) STRICT;
CREATE INDEX messages_person ON messages (person_id, id);
CREATE INDEX messages_conversation ON messages (conversation_id, id);

CREATE VIRTUAL TABLE messages_fts USING fts5 (
  text, content = 'messages', content_rowid = 'id', prefix = '2 3', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  person_id TEXT NOT NULL REFERENCES people,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  text TEXT NOT NULL,
  in_reply_to TEXT,
  agent TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'queued', 'sending', 'sent', 'refused', 'unknown')),
  created_at INTEGER NOT NULL,
  held_until INTEGER,
  next_attempt_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  attempted_at INTEGER,
  looks INTEGER NOT NULL DEFAULT 0,
  x_id TEXT,
  error TEXT,
  dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_state ON outbox (state, created_at);
CREATE INDEX outbox_conversation ON outbox (conversation_id, created_at);
CREATE INDEX outbox_sent ON outbox (channel, x_id) WHERE x_id IS NOT NULL;

CREATE TABLE activities (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  agent TEXT,
  kind TEXT NOT NULL,
  conversation_id TEXT REFERENCES conversations,
  facts TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
CREATE INDEX activities_conversation ON activities (conversation_id, at);

CREATE TABLE drafts (
  conversation_id TEXT NOT NULL REFERENCES conversations,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT PRIMARY KEY CHECK (id IN ('mentions', 'dms')),
  since_id TEXT,
  last_poll_at INTEGER,
  next_poll_at INTEGER,
  error TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  item TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
} as const;
