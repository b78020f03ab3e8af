/** A message that is stored with its conversation is derived from like one that gets it later. */
export const lateQuestions = {
  version: 40,
  sql: `CREATE TRIGGER exchanges_asked_before AFTER INSERT ON messages
  WHEN NEW.role <> 'own' AND NEW.conversation_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM exchanges WHERE conversation_id = NEW.conversation_id AND id > NEW.id) BEGIN
  INSERT OR IGNORE INTO exchange_queue VALUES (NEW.conversation_id);
END;`,
} as const;
