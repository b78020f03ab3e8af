/** Rules, and what they have yet to look at. */
export const rules = {
  version: 50,
  sql: `CREATE TABLE rules (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('off', 'log', 'on')),
  -- As JSON: the trigger, the conditions, the steps, and whether it stops.
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- What has happened since the rules ran last.
CREATE TABLE rule_events (
  id INTEGER PRIMARY KEY,
  conversation_id TEXT REFERENCES conversations,
  message_id INTEGER REFERENCES messages,
  at INTEGER NOT NULL,
  -- As JSON: what happened, and the rules that led to it.
  event TEXT NOT NULL
) STRICT;
-- What rules did or would have done. The id is that of the activities in common.
CREATE TABLE rule_runs (
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL REFERENCES rules ON DELETE CASCADE,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  at INTEGER NOT NULL,
  is_logged INTEGER NOT NULL CHECK (is_logged IN (0, 1)),
  steps TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_runs_rule ON rule_runs (rule_id, id);`,
} as const;
