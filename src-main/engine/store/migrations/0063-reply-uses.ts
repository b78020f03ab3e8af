/** What drafts were written from, and which earlier replies are in a reply. */
export const replyUses = {
  version: 63,
  sql: `-- What was put into a draft: a canned response, or the reply of a row in messages; neither once that reply is erased.
CREATE TABLE draft_uses (
  conversation_id TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('public', 'dm')),
  canned_id TEXT,
  message_id INTEGER,
  UNIQUE (conversation_id, channel, canned_id),
  UNIQUE (conversation_id, channel, message_id)
) STRICT;
CREATE INDEX draft_uses_message ON draft_uses (message_id) WHERE message_id IS NOT NULL;

CREATE TABLE reply_uses (
  -- In the outbox, or of the approval for which it waits or did.
  reply_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- The row of the earlier reply; null once it is erased.
  message_id INTEGER,
  UNIQUE (reply_id, message_id)
) STRICT;
CREATE INDEX reply_uses_message ON reply_uses (message_id) WHERE message_id IS NOT NULL;`,
} as const;
