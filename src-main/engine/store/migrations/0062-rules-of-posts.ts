/** What rules did to posts that are in no conversation, and conversations that get no survey. */
export const rulesOfPosts = {
  version: 62,
  sql: `CREATE TABLE new_rule_runs (
  id TEXT PRIMARY KEY,
  rule_id TEXT NOT NULL REFERENCES rules ON DELETE CASCADE,
  -- Null for a post that is in none.
  conversation_id TEXT REFERENCES conversations,
  -- The post that a saved search found; null for every other trigger.
  message_id INTEGER REFERENCES messages,
  at INTEGER NOT NULL,
  is_logged INTEGER NOT NULL CHECK (is_logged IN (0, 1)),
  steps TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO new_rule_runs SELECT id, rule_id, conversation_id, NULL, at, is_logged, steps FROM rule_runs;
DROP TABLE rule_runs;
ALTER TABLE new_rule_runs RENAME TO rule_runs;
CREATE INDEX rule_runs_rule ON rule_runs (rule_id, id);
-- Whether an agent or a rule wants no survey to go out about it.
ALTER TABLE conversations ADD COLUMN no_survey INTEGER NOT NULL DEFAULT 0 CHECK (no_survey IN (0, 1));`,
} as const;
