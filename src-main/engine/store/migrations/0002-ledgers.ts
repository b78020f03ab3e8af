/** Saved searches, gaps, costs, deletions and edits: what Perch has, what it could not have, and what each thing cost. */
export const ledgers = {
  version: 2,
  sql: `
CREATE TABLE new_sources (
  -- 'mentions', 'dms', 'ownPosts', or 'search:' and the id of a saved search.
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('mentions', 'dms', 'ownPosts', 'search')),
  since_id TEXT,
  -- Everything up to this time is captured, but for the rows in gaps.
  captured_through INTEGER,
  -- The time of the oldest item of the first poll cycle; nothing older is expected.
  captured_from INTEGER,
  last_poll_at INTEGER, next_poll_at INTEGER, blocked_until INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  error TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO new_sources (id, kind, since_id, captured_through, last_poll_at, next_poll_at, blocked_until, failures, error)
  SELECT id, id, since_id, last_poll_at, last_poll_at, next_poll_at, blocked_until, failures, error FROM sources;
DROP TABLE sources;
ALTER TABLE new_sources RENAME TO sources;

CREATE TABLE gaps (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER NOT NULL CHECK (to_at > from_at),
  reason TEXT NOT NULL CHECK (reason IN ('away', 'tooMany', 'horizon', 'interrupted', 'rateLimited', 'budget', 'refused')),
  -- The posts between these X ids are missing, if they are known.
  after_id TEXT, before_id TEXT,
  found_at INTEGER NOT NULL,
  filled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX gaps_open ON gaps (source_id, from_at) WHERE filled_at IS NULL;

-- Posts above the oldest known one of a thread, wanted so that it becomes whole.
CREATE TABLE parents (
  x_id TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people,
  -- The person's message that leads to it, and the number of posts between the two.
  for_message_id INTEGER NOT NULL REFERENCES messages,
  depth INTEGER NOT NULL,
  -- Set if X does not show it; it is not fetched again.
  unavailable_at INTEGER,
  PRIMARY KEY (x_id, for_message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parents_wanted ON parents (for_message_id DESC) WHERE unavailable_at IS NULL;

CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  terms TEXT NOT NULL,
  query TEXT NOT NULL,
  takes_all INTEGER NOT NULL CHECK (takes_all IN (0, 1)),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE hits (
  search_id TEXT NOT NULL REFERENCES saved_searches,
  message_id INTEGER NOT NULL REFERENCES messages,
  PRIMARY KEY (search_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hits_message ON hits (message_id);

-- One row for each call to X. Money in millionths of a US dollar, by the prices of that moment.
CREATE TABLE calls (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  conversation_id TEXT,
  status INTEGER,
  items INTEGER NOT NULL,
  micro_usd INTEGER NOT NULL,
  -- The number of like calls that this row represents; old ones of one hour are merged.
  times INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX calls_at ON calls (at, micro_usd);

-- What X has charged for today: the same thing read again in one UTC day is free.
CREATE TABLE charged_today (
  day TEXT NOT NULL, thing TEXT NOT NULL, PRIMARY KEY (day, thing)
) STRICT, WITHOUT ROWID;

-- What X has said about each kind of call, kept so that a restart does not forget.
CREATE TABLE rate_limits (
  name TEXT PRIMARY KEY,
  call_limit INTEGER, remaining INTEGER, reset_at INTEGER
) STRICT, WITHOUT ROWID;

ALTER TABLE messages ADD COLUMN deleted_at INTEGER;
ALTER TABLE messages ADD COLUMN checked_at INTEGER;
ALTER TABLE messages ADD COLUMN unreadable INTEGER NOT NULL DEFAULT 0 CHECK (unreadable IN (0, 1));
-- Says alone which posts have to be looked up again; their rows need not be read for that.
CREATE INDEX messages_checked ON messages (id, checked_at) WHERE kind = 'post' AND deleted_at IS NULL;
CREATE TABLE earlier_texts (
  message_id INTEGER NOT NULL REFERENCES messages,
  version_x_id TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (message_id, version_x_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN seen_through INTEGER;
`,
} as const;
