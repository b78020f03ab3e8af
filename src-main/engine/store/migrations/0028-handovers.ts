/** Public replies that ask the person for a private message, and what came of each. */
export const handovers = {
  version: 28,
  sql: `CREATE TABLE handovers (
  outbox_id TEXT PRIMARY KEY REFERENCES outbox ON DELETE CASCADE,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  person_id TEXT NOT NULL REFERENCES people,
  with_link INTEGER NOT NULL CHECK (with_link IN (0, 1)),
  language TEXT NOT NULL CHECK (language IN ('en', 'nl', 'fr')),
  -- When X had it, by X's clock; null until then.
  sent_at INTEGER,
  -- When somebody was asked for a reminder, or wrote one.
  asked_at INTEGER,
  reminder_id TEXT REFERENCES outbox ON DELETE SET NULL,
  reminded_at INTEGER,
  -- The time of the first private message after it.
  arrived_at INTEGER,
  -- Until when a private message counted.
  given_up_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_conversation ON handovers (conversation_id, sent_at);
CREATE INDEX handovers_person ON handovers (person_id, sent_at);
CREATE INDEX handovers_sent ON handovers (sent_at);
CREATE INDEX handovers_open ON handovers (sent_at) WHERE arrived_at IS NULL;
CREATE INDEX handovers_reminder ON handovers (reminder_id) WHERE reminder_id IS NOT NULL;`,
} as const;
