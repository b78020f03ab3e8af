/** Incidents with their log, and which canned responses promise something. */
export const incidents = {
  version: 55,
  sql: `CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  -- The ids of agents.
  started_by TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT,
  -- As JSON: the wordings of the holding statement, and the agent of each role.
  statement TEXT NOT NULL,
  roles TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- At most one is running.
CREATE UNIQUE INDEX incidents_running ON incidents ((ended_at IS NULL)) WHERE ended_at IS NULL;
-- Only added to. Its order is that of writing, whatever the clock said.
CREATE TABLE incident_entries (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  incident_id TEXT NOT NULL REFERENCES incidents,
  at INTEGER NOT NULL,
  -- Null for what Perch noted by itself.
  agent TEXT,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  -- As JSON.
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX incident_entries_incident ON incident_entries (incident_id, row_id);
ALTER TABLE canned_responses ADD COLUMN is_promise INTEGER NOT NULL DEFAULT 0 CHECK (is_promise IN (0, 1));`,
} as const;
