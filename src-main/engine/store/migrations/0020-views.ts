/**
 * Saved views, and what filters and orders need: the language that a person writes in, indexes by due time and by waiting time,
 * and in place of the counts of the views the number of conversations that are alike in all that a filter can ask for.
 */
export const views = {
  version: 20,
  sql: `CREATE TABLE saved_views (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  view TEXT NOT NULL,
  -- As JSON.
  filter TEXT NOT NULL,
  sort TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX saved_views_position ON saved_views (position, id);
ALTER TABLE conversations ADD COLUMN lang TEXT;
UPDATE conversations SET lang = (
  SELECT lang FROM (SELECT id, iif(lang IN ('und', 'zxx', 'art', 'qam', 'qct', 'qht', 'qme', 'qst'), NULL, lang) AS lang
    FROM messages WHERE conversation_id = conversations.id AND role = 'wanted' ORDER BY id DESC LIMIT 10)
  WHERE lang IS NOT NULL ORDER BY id DESC LIMIT 1);
CREATE INDEX conversations_due ON conversations (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX conversations_waiting ON conversations (waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE TABLE facets (
  view TEXT NOT NULL, in_queue INTEGER NOT NULL, unread INTEGER NOT NULL, last_kind TEXT NOT NULL,
  -- Empty for none.
  lang TEXT NOT NULL, agent TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (view, in_queue, unread, last_kind, lang, agent)
) STRICT, WITHOUT ROWID;
INSERT INTO facets SELECT view, in_queue, unread > 0, last_kind, coalesce(lang, ''), coalesce(agent, ''), count(*)
  FROM conversations GROUP BY 1, 2, 3, 4, 5, 6;
DROP TRIGGER conversations_counted;
DROP TRIGGER conversations_recounted;
DROP TABLE counts;
CREATE TRIGGER conversations_counted AFTER INSERT ON conversations BEGIN
  INSERT INTO facets VALUES (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, coalesce(NEW.lang, ''), coalesce(NEW.agent, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER conversations_discounted AFTER DELETE ON conversations BEGIN
  UPDATE facets SET n = n - 1 WHERE view = OLD.view AND in_queue = OLD.in_queue AND unread = (OLD.unread > 0)
    AND last_kind = OLD.last_kind AND lang = coalesce(OLD.lang, '') AND agent = coalesce(OLD.agent, '');
END;
CREATE TRIGGER conversations_recounted AFTER UPDATE OF view, in_queue, unread, last_kind, lang, agent ON conversations
  WHEN (OLD.view, OLD.in_queue, OLD.unread > 0, OLD.last_kind, OLD.lang, OLD.agent)
    IS NOT (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, NEW.lang, NEW.agent) BEGIN
  UPDATE facets SET n = n - 1 WHERE view = OLD.view AND in_queue = OLD.in_queue AND unread = (OLD.unread > 0)
    AND last_kind = OLD.last_kind AND lang = coalesce(OLD.lang, '') AND agent = coalesce(OLD.agent, '');
  INSERT INTO facets VALUES (NEW.view, NEW.in_queue, NEW.unread > 0, NEW.last_kind, coalesce(NEW.lang, ''), coalesce(NEW.agent, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;`,
} as const;
