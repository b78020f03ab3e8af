/** Which target of which service level counts for a conversation, and what became of the targets. */
export const serviceLevels = {
  version: 53,
  sql: `-- Null while no reply to a message is due.
ALTER TABLE conversations ADD COLUMN due_reply TEXT CHECK (due_reply IN ('first', 'next'));
-- The id of a level in the settings; null for the standard one.
ALTER TABLE conversations ADD COLUMN due_level TEXT;
-- As JSON: when the clock of the reply that is due stood still; see pauses.ts.
ALTER TABLE conversations ADD COLUMN pauses TEXT;
UPDATE conversations SET due_reply = iif(EXISTS (
    SELECT 1 FROM messages m WHERE m.conversation_id = conversations.id AND m.role = 'own'), 'next', 'first')
  WHERE due_at IS NOT NULL;
-- What began to wait before is not judged: nobody knew its level.
INSERT INTO settings (name, value) SELECT 'targetsFrom', max(captured_at) FROM messages HAVING count(*) > 0;
CREATE TABLE target_results (
  conversation_id TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (reply IN ('first', 'next')),
  -- Since when its clock ran: the opening of the conversation, or the oldest message without a reply.
  since INTEGER NOT NULL,
  -- The id and name of the level as they were then; null for the standard one.
  level_id TEXT,
  level TEXT,
  target_minutes INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- Null while the reply is on its way to X.
  outcome TEXT CHECK (outcome IN ('met', 'missed')),
  -- When it was met, or when it was missed: at due_at.
  decided_at INTEGER,
  -- When Perch noticed, by its own clock.
  recorded_at INTEGER,
  -- The reply, the office time until then without pauses, and its agent; null without a reply.
  replied_at INTEGER,
  elapsed_ms INTEGER,
  agent TEXT,
  -- The reply while it is on its way to X.
  outbox_id TEXT,
  PRIMARY KEY (conversation_id, reply, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_results_decided ON target_results (decided_at) WHERE outcome IS NOT NULL;
CREATE INDEX target_results_outbox ON target_results (outbox_id) WHERE outbox_id IS NOT NULL;`,
} as const;
