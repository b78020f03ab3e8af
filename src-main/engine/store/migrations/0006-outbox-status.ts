/**
 * The outbox can store only what `ReplyStatus` can say. Until now a stopped reply was one held without an end, and three
 * looks at X on a queued one meant that an agent had looked; both have columns of their own. What follows from the status
 * alone, such as the error of a stopped or an unknown reply, is no longer stored beside it.
 */
export const outboxStatus = {
  version: 6,
  sql: `
CREATE TABLE new_outbox (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversations,
  person_id TEXT NOT NULL REFERENCES people,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  text TEXT NOT NULL,
  in_reply_to TEXT,
  agent TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'stopped', 'queued', 'sending', 'sent', 'refused', 'unknown')),
  stop_reason TEXT CHECK (stop_reason IN ('newMessage', 'answeredElsewhere', 'longWait')),
  -- An agent has looked on X for an earlier attempt and not found it.
  confirmed_missing INTEGER NOT NULL DEFAULT 0 CHECK (confirmed_missing IN (0, 1)),
  -- How many reconciliations with X are used up.
  reconcile_attempts INTEGER CHECK (reconcile_attempts >= 0),
  created_at INTEGER NOT NULL,
  -- When it was, or while held will be, free to be sent: the end of its undo time, or an agent's word since then.
  ready_at INTEGER NOT NULL,
  -- When the next attempt is due, or the next reconciliation while unknown.
  next_attempt_at INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  attempted_at INTEGER,
  -- Whether an earlier attempt may have reached X, so that a refusal for a duplicate is no failure.
  was_unknown INTEGER NOT NULL DEFAULT 0 CHECK (was_unknown IN (0, 1)),
  x_id TEXT,
  -- Why it waits, or why it was refused.
  error TEXT,
  dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
  seen_through INTEGER,
  CHECK ((state = 'stopped') = (stop_reason IS NOT NULL)),
  CHECK ((state = 'unknown') = (reconcile_attempts IS NOT NULL)),
  CHECK (state IN ('stopped', 'queued', 'sending', 'refused') OR confirmed_missing = 0),
  CHECK (state IN ('queued', 'sending', 'refused') OR error IS NULL),
  CHECK (state IN ('queued', 'unknown') OR next_attempt_at IS NULL),
  CHECK (state <> 'unknown' OR was_unknown = 1),
  CHECK (state = 'sent' OR x_id IS NULL),
  CHECK (state = 'refused' OR dismissed = 0)
) STRICT, WITHOUT ROWID;

INSERT INTO new_outbox (id, conversation_id, person_id, channel, text, in_reply_to, agent, state, stop_reason,
    confirmed_missing, reconcile_attempts, created_at, ready_at, next_attempt_at, attempts, attempted_at, was_unknown,
    x_id, error, dismissed, seen_through)
  SELECT id, conversation_id, person_id, channel, text, in_reply_to, agent, new_state,
    CASE WHEN new_state <> 'stopped' THEN NULL
      WHEN error ->> '$.reason' IN ('newMessage', 'answeredElsewhere') THEN error ->> '$.reason'
      ELSE 'longWait' END,
    new_state IN ('stopped', 'queued', 'sending', 'refused') AND looks >= 3,
    iif(new_state = 'unknown', looks, NULL),
    created_at, coalesce(held_until, created_at),
    iif(new_state IN ('queued', 'unknown'), next_attempt_at, NULL),
    attempts, attempted_at, max(was_unknown, new_state = 'unknown'),
    iif(new_state = 'sent', x_id, NULL),
    iif(new_state IN ('queued', 'sending', 'refused'), error, NULL),
    dismissed, seen_through
  FROM (SELECT *, CASE WHEN dismissed = 1 THEN 'refused'
      WHEN state = 'held' AND held_until IS NULL THEN 'stopped'
      ELSE state END AS new_state FROM outbox);
DROP TABLE outbox;
ALTER TABLE new_outbox RENAME TO outbox;
CREATE INDEX outbox_state ON outbox (state, created_at);
CREATE INDEX outbox_conversation ON outbox (conversation_id, created_at);
CREATE UNIQUE INDEX outbox_sent ON outbox (channel, x_id) WHERE x_id IS NOT NULL;
`,
} as const;
