/** Surveys that go out by a rule, one for each resolution of a conversation. */
export const surveyRule = {
  version: 38,
  sql: `-- The resolution after which the rule asked, or refused to; null for a survey by hand.
ALTER TABLE surveys ADD COLUMN resolved_at INTEGER;
-- Whatever happens, the rule asks once after each.
CREATE UNIQUE INDEX surveys_resolution ON surveys (conversation_id, resolved_at) WHERE resolved_at IS NOT NULL;
CREATE INDEX conversations_resolved ON conversations (resolved_at) WHERE resolved_at IS NOT NULL;`,
} as const;
