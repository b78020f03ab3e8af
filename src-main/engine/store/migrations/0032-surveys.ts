/** Surveys, the messages of each, and who wants none. */
export const surveys = {
  version: 32,
  sql: `CREATE TABLE surveys (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  person_id TEXT NOT NULL REFERENCES people,
  scale TEXT NOT NULL CHECK (scale IN ('nps', 'csat')),
  language TEXT NOT NULL CHECK (language IN ('en', 'nl', 'fr')),
  variant INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'queued', 'sent', 'reminded', 'answered', 'expired', 'cancelled', 'refused')),
  -- Ids of agents.
  asked_by TEXT, handled_by TEXT,
  created_at INTEGER NOT NULL,
  -- When X had the question, by X's clock; null until then.
  sent_at INTEGER,
  -- As JSON: why it was refused.
  reasons TEXT NOT NULL DEFAULT '[]'
) STRICT, WITHOUT ROWID;
CREATE INDEX surveys_created ON surveys (created_at, id);
CREATE INDEX surveys_state ON surveys (state, created_at, id);
CREATE INDEX surveys_person ON surveys (person_id, created_at, id);
CREATE TABLE survey_messages (
  survey_id TEXT NOT NULL REFERENCES surveys,
  purpose TEXT NOT NULL CHECK (purpose IN ('question', 'reminder', 'thanks', 'freeText', 'optOutConfirmation')),
  -- Null once it was taken back.
  outbox_id TEXT REFERENCES outbox ON DELETE SET NULL,
  -- Whatever happens, each is sent once at most.
  PRIMARY KEY (survey_id, purpose)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX survey_messages_outbox ON survey_messages (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE TABLE survey_opt_outs (person_id TEXT PRIMARY KEY REFERENCES people, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;`,
} as const;
