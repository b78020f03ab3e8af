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
CREATE INDEX people_updated ON people (updated_at);

CREATE TABLE conversations (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  reason TEXT NOT NULL CHECK (reason IN ('mention', 'reply', 'quote', 'dm', 'keyword')),
  agent TEXT,
  opened_at INTEGER NOT NULL,
  resolved_at INTEGER,
  snoozed_until INTEGER,
  read_through INTEGER NOT NULL DEFAULT 0,
  -- The status that an agent set last; a later message or reply can change the derived one.
  set_status TEXT CHECK (set_status IN ('open', 'pending', 'resolved')),
  set_status_at INTEGER,
  -- Messages captured until then were settled by an agent without a reply.
  settled_at INTEGER,
  -- Derived from the messages and the outbox by summarise.ts, which can rebuild them at any time:
  status TEXT NOT NULL CHECK (status IN ('new', 'open', 'pending', 'resolved')),
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
CREATE INDEX conversations_mine ON conversations (agent, last_at, id) WHERE agent IS NOT NULL AND view <> 'resolved';
CREATE INDEX conversations_person ON conversations (person_id, last_at, id);
CREATE INDEX conversations_snoozed ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL;

-- How many conversations stand in each list: 'all', 'queue', a view, or 'agent:' and a name for what is not resolved.
CREATE TABLE counts (list TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER conversations_counted AFTER INSERT ON conversations BEGIN
  INSERT INTO counts VALUES ('all', 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO counts VALUES (NEW.view, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO counts VALUES ('queue', NEW.in_queue) ON CONFLICT DO UPDATE SET n = n + excluded.n;
  INSERT INTO counts VALUES ('agent:' || coalesce(NEW.agent, ''), NEW.view <> 'resolved')
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;
CREATE TRIGGER conversations_recounted AFTER UPDATE OF view, in_queue, agent ON conversations
  WHEN (OLD.view, OLD.in_queue, OLD.agent) IS NOT (NEW.view, NEW.in_queue, NEW.agent) BEGIN
  UPDATE counts SET n = n - 1 WHERE list = OLD.view;
  INSERT INTO counts VALUES (NEW.view, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE counts SET n = n + NEW.in_queue - OLD.in_queue WHERE list = 'queue';
  UPDATE counts SET n = n - (OLD.view <> 'resolved') WHERE list = 'agent:' || coalesce(OLD.agent, '');
  INSERT INTO counts VALUES ('agent:' || coalesce(NEW.agent, ''), NEW.view <> 'resolved')
    ON CONFLICT DO UPDATE SET n = n + excluded.n;
END;

CREATE TABLE messages (
  -- Its time, so that ids sort by it: see rowIds.ts.
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('post', 'dm')),
  -- The id of its first version; an edit changes version_x_id only.
  x_id TEXT NOT NULL,
  version_x_id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('wanted', 'own', 'context')),
  reason TEXT CHECK (reason IN ('mention', 'reply', 'quote', 'dm', 'keyword')),
  author_id TEXT NOT NULL REFERENCES people,
  person_id TEXT NOT NULL REFERENCES people,
  conversation_id TEXT REFERENCES conversations,
  -- 0 until threading has assigned it to a conversation or to none.
  threaded INTEGER NOT NULL CHECK (threaded IN (0, 1)),
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  in_reply_to TEXT, thread_id TEXT, lang TEXT,
  links TEXT NOT NULL DEFAULT '[]', media TEXT NOT NULL DEFAULT '[]',
  captured_at INTEGER NOT NULL,
  UNIQUE (kind, x_id)
) STRICT;
CREATE INDEX messages_person ON messages (person_id, id);
CREATE INDEX messages_conversation ON messages (conversation_id, id);
CREATE INDEX messages_unthreaded ON messages (id) WHERE threaded = 0;
CREATE INDEX messages_edited ON messages (kind, version_x_id) WHERE version_x_id <> x_id;

-- Messages of others, and own ones to nobody, that help to understand what a person wrote.
CREATE TABLE contexts (
  person_id TEXT NOT NULL REFERENCES people,
  message_id INTEGER NOT NULL REFERENCES messages,
  -- The person's message that refers to it.
  for_message_id INTEGER NOT NULL REFERENCES messages,
  PRIMARY KEY (person_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contexts_message ON contexts (message_id);

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
  -- Whether an earlier attempt may have reached X, so that a refusal for a duplicate is no failure:
  was_unknown INTEGER NOT NULL DEFAULT 0 CHECK (was_unknown IN (0, 1)),
  x_id TEXT,
  error TEXT,
  dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_state ON outbox (state, created_at);
CREATE INDEX outbox_conversation ON outbox (conversation_id, created_at);
CREATE UNIQUE INDEX outbox_sent ON outbox (channel, x_id) WHERE x_id IS NOT NULL;

CREATE TABLE activities (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  agent TEXT,
  kind TEXT NOT NULL,
  conversation_id TEXT REFERENCES conversations,
  facts TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
CREATE INDEX activities_conversation ON activities (conversation_id, at);
CREATE INDEX activities_agent ON activities (agent) WHERE agent IS NOT NULL;

CREATE TABLE drafts (
  conversation_id TEXT NOT NULL REFERENCES conversations,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT PRIMARY KEY CHECK (id IN ('mentions', 'dms')),
  -- Everything up to this X id has been captured without a hole.
  since_id TEXT,
  last_poll_at INTEGER,
  next_poll_at INTEGER,
  -- X asked not to be asked before.
  blocked_until INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
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
