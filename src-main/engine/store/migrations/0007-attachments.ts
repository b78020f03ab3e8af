/**
 * Polls and whatever else is attached, the posts that a message quotes, and what a list says of a last message without words.
 */
export const attachments = {
  version: 7,
  sql: `ALTER TABLE messages ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
ALTER TABLE messages ADD COLUMN quotes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE conversations ADD COLUMN last_content TEXT;
UPDATE conversations SET last_content = (
  SELECT CASE
    WHEN m.deleted_at IS NOT NULL THEN 'deleted'
    WHEN m.unreadable = 1 THEN 'unreadable'
    WHEN trim(m.text, char(32, 10, 9, 13)) <> '' THEN NULL
    ELSE coalesce(m.media ->> '$[0].type', 'empty') END
  FROM messages m WHERE m.kind = conversations.last_kind AND m.x_id = substr(conversations.last_message_id, instr(conversations.last_message_id, '-') + 1)
    AND conversations.last_message_id = m.kind || '-' || m.x_id);`,
} as const;
