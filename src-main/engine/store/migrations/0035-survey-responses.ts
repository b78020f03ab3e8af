/** What people said in response to surveys. */
export const surveyResponses = {
  version: 35,
  sql: `ALTER TABLE surveys ADD COLUMN expires_at INTEGER;
ALTER TABLE surveys ADD COLUMN answered_at INTEGER;
ALTER TABLE surveys ADD COLUMN score INTEGER;
ALTER TABLE surveys ADD COLUMN comment TEXT;
ALTER TABLE surveys ADD COLUMN confidence REAL;
-- As JSON: how the score changed after the first reading.
ALTER TABLE surveys ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';
-- The survey in response to which a person opted out; null on an agent's word.
ALTER TABLE survey_opt_outs ADD COLUMN survey_id TEXT;
CREATE INDEX survey_opt_outs_at ON survey_opt_outs (at) WHERE survey_id IS NOT NULL;
CREATE INDEX survey_opt_outs_survey ON survey_opt_outs (survey_id) WHERE survey_id IS NOT NULL;
-- Messages that only respond to a survey: they call for no reply.
CREATE TABLE survey_responses (
  message_id INTEGER PRIMARY KEY REFERENCES messages ON DELETE CASCADE,
  survey_id TEXT NOT NULL REFERENCES surveys
) STRICT;
CREATE INDEX survey_responses_survey ON survey_responses (survey_id, message_id);`,
} as const;
