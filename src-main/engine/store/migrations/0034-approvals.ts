/**
 * Replies that wait until a colleague approves them. They have a table of their own: nothing that sends, looks for or recovers
 * replies knows of them before they are approved.
 */
export const approvals = {
  version: 34,
  sql: `
CREATE TABLE approvals (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  person_id TEXT NOT NULL REFERENCES people,
  -- Who wrote it, and who was asked; null for anyone.
  agent TEXT NOT NULL,
  approver TEXT,
  note TEXT,
  -- As JSON: what replies.send takes.
  reply TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'ended')),
  asked_at INTEGER NOT NULL,
  seen_through INTEGER NOT NULL,
  seen_until INTEGER NOT NULL,
  -- The reply in the outbox that it became.
  outbox_id TEXT,
  -- Who decided; null while it waits.
  decided_by TEXT,
  -- Whether the one whom its state concerns has been told.
  is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1)),
  CHECK ((state = 'approved') = (outbox_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX approvals_waiting ON approvals (conversation_id) WHERE state = 'waiting';
CREATE INDEX approvals_outbox ON approvals (outbox_id) WHERE outbox_id IS NOT NULL;
CREATE INDEX approvals_untold ON approvals (state) WHERE is_told = 0;
`,
} as const;
