/** Rules that run when time has passed. */
export const timedRules = {
  version: 58,
  sql: `-- What was due before is none of a rule's business; null for one that is off or waits for no time.
ALTER TABLE rules ADD COLUMN counts_from INTEGER;
-- What a rule was noted for last in a conversation, so that it is once.
CREATE TABLE rule_waits (
  rule_id TEXT NOT NULL REFERENCES rules ON DELETE CASCADE,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  -- Since when it had waited, or nobody had written.
  since INTEGER NOT NULL,
  PRIMARY KEY (rule_id, conversation_id)
) STRICT, WITHOUT ROWID;`,
} as const;
