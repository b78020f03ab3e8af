/**
 * The index of earlier replies, from which new ones are suggested. All but `dismissed_proposals` is derived from messages:
 * triggers queue the conversations that changed, and the engine derives their exchanges again. A later migration that rebuilds
 * `messages` has to drop and recreate the triggers; one that changes what is derived raises the version in exchangeQueue.ts.
 */
export const exchanges = {
  version: 30,
  sql: `
-- What people wrote in a conversation, and a reply to it.
CREATE TABLE exchanges (
  -- The row id of the reply in messages.
  id INTEGER PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  lang TEXT,
  answer_id INTEGER NOT NULL,
  -- The document to which the reply links, its address in one way of writing.
  address TEXT,
  -- Folded: of the question, then of the reply.
  words TEXT NOT NULL,
  -- The beginnings of these words, each once: what the index finds.
  terms TEXT NOT NULL
) STRICT;
CREATE INDEX exchanges_conversation ON exchanges (conversation_id, answer_id, address);
CREATE INDEX exchanges_answer ON exchanges (answer_id, id);
CREATE INDEX exchanges_address ON exchanges (address, id) WHERE address IS NOT NULL;

CREATE VIRTUAL TABLE exchanges_fts USING fts5 (
  terms, content = 'exchanges', content_rowid = 'id', detail = none, columnsize = 0, tokenize = 'ascii'
);
INSERT INTO exchanges_fts (exchanges_fts, rank) VALUES ('secure-delete', 1);

-- Replies in nearly the same words.
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  -- Tells without their words how alike two texts are.
  signature BLOB NOT NULL,
  uses INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_uses ON answers (uses);
CREATE TABLE answer_bands (
  band INTEGER NOT NULL, answer_id INTEGER NOT NULL, PRIMARY KEY (band, answer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_bands_answer ON answer_bands (answer_id);
CREATE TRIGGER answers_forgotten AFTER DELETE ON answers BEGIN
  DELETE FROM answer_bands WHERE answer_id = OLD.id;
END;

CREATE TABLE linked_addresses (address TEXT PRIMARY KEY, uses INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX linked_addresses_uses ON linked_addresses (uses);

CREATE TABLE exchange_index (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- What was derived by another version is derived again.
  version INTEGER NOT NULL,
  -- How many exchanges there are.
  total INTEGER NOT NULL
) STRICT;
INSERT INTO exchange_index VALUES (1, 0, 0);

CREATE TRIGGER exchanges_counted AFTER INSERT ON exchanges BEGIN
  UPDATE exchange_index SET total = total + 1;
  UPDATE answers SET uses = uses + 1 WHERE id = NEW.answer_id;
  INSERT INTO linked_addresses SELECT NEW.address, 1 WHERE NEW.address IS NOT NULL
    ON CONFLICT DO UPDATE SET uses = uses + 1;
END;
CREATE TRIGGER exchanges_discounted AFTER DELETE ON exchanges BEGIN
  UPDATE exchange_index SET total = total - 1;
  UPDATE answers SET uses = uses - 1 WHERE id = OLD.answer_id;
  DELETE FROM answers WHERE id = OLD.answer_id AND uses <= 0;
  UPDATE linked_addresses SET uses = uses - 1 WHERE address = OLD.address;
  DELETE FROM linked_addresses WHERE address = OLD.address AND uses <= 0;
END;

-- The conversations whose exchanges are to be derived again.
CREATE TABLE exchange_queue (conversation_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TRIGGER exchanges_replied AFTER UPDATE OF conversation_id ON messages
  WHEN NEW.role = 'own' AND NEW.conversation_id IS NOT NULL AND NEW.conversation_id IS NOT OLD.conversation_id BEGIN
  INSERT OR IGNORE INTO exchange_queue VALUES (NEW.conversation_id);
END;
CREATE TRIGGER exchanges_asked_late AFTER UPDATE OF conversation_id ON messages
  WHEN NEW.role <> 'own' AND NEW.conversation_id IS NOT NULL AND NEW.conversation_id IS NOT OLD.conversation_id
    AND EXISTS (SELECT 1 FROM exchanges WHERE conversation_id = NEW.conversation_id AND id > NEW.id) BEGIN
  INSERT OR IGNORE INTO exchange_queue VALUES (NEW.conversation_id);
END;
CREATE TRIGGER exchanges_moved AFTER UPDATE OF conversation_id ON messages
  WHEN OLD.conversation_id IS NOT NULL AND NEW.conversation_id IS NOT OLD.conversation_id BEGIN
  INSERT OR IGNORE INTO exchange_queue VALUES (OLD.conversation_id);
END;
CREATE TRIGGER exchanges_rewritten AFTER UPDATE OF text, links, lang ON messages
  WHEN NEW.conversation_id IS NOT NULL AND (NEW.text, NEW.links, NEW.lang) IS NOT (OLD.text, OLD.links, OLD.lang) BEGIN
  INSERT OR IGNORE INTO exchange_queue VALUES (NEW.conversation_id);
END;

-- Frequent replies that nobody wants as canned responses, by their signatures.
CREATE TABLE dismissed_proposals (signature BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`,
} as const;
