/**
 * The priority of a conversation, and an index of the few that have another one than the usual. All have that at first, so that the
 * counts only get it as one more column, without reading a conversation.
 */
export const priorities = {
  version: 59,
  sql: `ALTER TABLE conversations ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'
  CHECK (priority = 'urgent' OR priority = 'high' OR priority = 'normal' OR priority = 'low');
CREATE INDEX conversations_priority ON conversations (priority, last_at, id) WHERE priority <> 'normal';
DROP TRIGGER conversations_counted;
DROP TRIGGER conversations_discounted;
DROP TRIGGER conversations_recounted;
ALTER TABLE facets RENAME TO old_facets;
CREATE TABLE facets (
  view TEXT NOT NULL, in_queue INTEGER NOT NULL, unread INTEGER NOT NULL, last_kind TEXT NOT NULL,
  -- Empty for none.
  lang TEXT NOT NULL, agent TEXT NOT NULL,
  priority TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (view, in_queue, unread, last_kind, lang, agent, priority)
) STRICT, WITHOUT ROWID;
INSERT INTO facets SELECT view, in_queue, unread, last_kind, lang, agent, 'normal', n FROM old_facets;
DROP TABLE old_facets;
CREATE TRIGGER conversations_counted AFTER INSERT ON conversations BEGIN
  INSERT INTO facets VALUES (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, coalesce(NEW.lang, ''), coalesce(NEW.agent, ''),
      NEW.priority, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER conversations_discounted AFTER DELETE ON conversations BEGIN
  UPDATE facets SET n = n - 1 WHERE view = OLD.view AND in_queue = OLD.in_queue AND unread = (OLD.unread > 0)
    AND last_kind = OLD.last_kind AND lang = coalesce(OLD.lang, '') AND agent = coalesce(OLD.agent, '')
    AND priority = OLD.priority;
END;
CREATE TRIGGER conversations_recounted AFTER UPDATE OF view, in_queue, unread, last_kind, lang, agent, priority ON conversations
  WHEN (OLD.view, OLD.in_queue, OLD.unread > 0, OLD.last_kind, OLD.lang, OLD.agent, OLD.priority)
    IS NOT (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, NEW.lang, NEW.agent, NEW.priority) BEGIN
  UPDATE facets SET n = n - 1 WHERE view = OLD.view AND in_queue = OLD.in_queue AND unread = (OLD.unread > 0)
    AND last_kind = OLD.last_kind AND lang = coalesce(OLD.lang, '') AND agent = coalesce(OLD.agent, '')
    AND priority = OLD.priority;
  INSERT INTO facets VALUES (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, coalesce(NEW.lang, ''), coalesce(NEW.agent, ''),
      NEW.priority, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;`,
} as const;
