/** What belongs to a conversation only as soon as somebody worked on it. */
const extras = [
  'drafts',
  'note_drafts',
  'conversation_tags',
  'note_mentions',
  'approvals',
  'outbox',
] as const;

const marked = (table: string): string => `CREATE TRIGGER ${table}_marked AFTER INSERT ON ${table} BEGIN
  UPDATE conversations SET has_extras = 1 WHERE id = NEW.conversation_id AND has_extras = 0;
END;`;

/**
 * Puts what a row of a list shows into the conversation itself, so that a page reads one table instead of nine: its person, the language of
 * its last message, and whether it is worth looking for drafts, tags, mentions, approvals and replies.
 */
export const listRows = {
  version: 41,
  sql: `-- The person as in people, kept so by triggers.
ALTER TABLE conversations ADD COLUMN handle TEXT;
ALTER TABLE conversations ADD COLUMN name TEXT;
ALTER TABLE conversations ADD COLUMN picture_url TEXT;
-- X's code of the language of the last message.
ALTER TABLE conversations ADD COLUMN last_lang TEXT;
-- 1 as soon as it ever had a row in ${extras.join(', ')}.
ALTER TABLE conversations ADD COLUMN has_extras INTEGER NOT NULL DEFAULT 0 CHECK (has_extras IN (0, 1));
UPDATE conversations SET
  (handle, name, picture_url) = (SELECT handle, name, picture_url FROM people WHERE x_id = person_id),
  last_lang = (SELECT lang FROM messages WHERE kind = last_kind AND x_id = substr(last_message_id, length(last_kind) + 2));
UPDATE conversations SET has_extras = 1 WHERE id IN (
  ${extras.map((table) => `SELECT conversation_id FROM ${table}`).join(' UNION ALL ')});
${extras.map(marked).join('\n')}
CREATE TRIGGER conversations_named AFTER INSERT ON conversations WHEN NEW.handle IS NULL BEGIN
  UPDATE conversations SET (handle, name, picture_url) = (SELECT handle, name, picture_url FROM people WHERE x_id = NEW.person_id)
    WHERE id = NEW.id;
END;
CREATE TRIGGER people_shown AFTER UPDATE OF handle, name, picture_url ON people
  WHEN (NEW.handle, NEW.name, NEW.picture_url) IS NOT (OLD.handle, OLD.name, OLD.picture_url) BEGIN
  UPDATE conversations SET handle = NEW.handle, name = NEW.name, picture_url = NEW.picture_url WHERE person_id = NEW.x_id;
END;`,
} as const;
