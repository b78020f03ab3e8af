const isOfSurvey = `EXISTS (SELECT 1 FROM outbox o JOIN survey_messages q ON q.outbox_id = o.id
  WHERE o.x_id = m.x_id AND o.channel = iif(m.kind = 'dm', 'dm', 'public'))`;

const tagsOf = (conversationId: string) => `(SELECT json_group_array(tag_id) FROM (
  SELECT tag_id FROM conversation_tags WHERE conversation_id = ${conversationId} ORDER BY tag_id))`;

/**
 * What reports group surveys by, kept with each survey: joining it would read 100,000 conversations. The indexes have all that a
 * report counts, in the order of its groups, so that nothing is sorted.
 */
export const surveyGroups = {
  version: 37,
  sql: `ALTER TABLE surveys ADD COLUMN channel TEXT CHECK (channel IN ('public', 'dm'));
-- How long the first reply to the conversation took; null without one.
ALTER TABLE surveys ADD COLUMN response_time TEXT CHECK (response_time IN ('minutes15', 'hour1', 'hours4', 'day1', 'longer'));
-- As JSON, sorted: the ids of the tags that the conversation has now, and of the canned responses that were sent before the survey.
ALTER TABLE surveys ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE surveys ADD COLUMN canned TEXT NOT NULL DEFAULT '[]';
UPDATE surveys SET
  channel = (SELECT iif(c.reason = 'dm', 'dm', 'public') FROM conversations c WHERE c.id = conversation_id),
  response_time = (SELECT CASE WHEN m.at - c.opened_at <= 900000 THEN 'minutes15' WHEN m.at - c.opened_at <= 3600000 THEN 'hour1'
      WHEN m.at - c.opened_at <= 14400000 THEN 'hours4' WHEN m.at - c.opened_at <= 86400000 THEN 'day1' ELSE 'longer' END
    FROM conversations c JOIN messages m ON m.conversation_id = c.id
    WHERE c.id = surveys.conversation_id AND m.role = 'own' AND m.at >= c.opened_at AND m.at <= surveys.created_at AND NOT ${isOfSurvey}
    ORDER BY m.id LIMIT 1),
  tags = ${tagsOf('surveys.conversation_id')},
  canned = (SELECT json_group_array(canned_id) FROM (SELECT DISTINCT u.canned_id FROM outbox o JOIN canned_uses u ON u.outbox_id = o.id
    WHERE o.conversation_id = surveys.conversation_id AND u.sent_at <= surveys.created_at ORDER BY u.canned_id));
CREATE INDEX surveys_conversation ON surveys (conversation_id);
CREATE TRIGGER surveys_tagged AFTER INSERT ON conversation_tags BEGIN
  UPDATE surveys SET tags = ${tagsOf('NEW.conversation_id')} WHERE conversation_id = NEW.conversation_id;
END;
CREATE TRIGGER surveys_untagged AFTER DELETE ON conversation_tags BEGIN
  UPDATE surveys SET tags = ${tagsOf('OLD.conversation_id')} WHERE conversation_id = OLD.conversation_id;
END;
CREATE INDEX surveys_sent ON surveys (scale, sent_at, score, answered_at) WHERE sent_at IS NOT NULL;
CREATE INDEX surveys_handled ON surveys (scale, channel, response_time, handled_by, score, sent_at, answered_at) WHERE sent_at IS NOT NULL;
CREATE INDEX surveys_tags ON surveys (scale, tags, score, sent_at, answered_at) WHERE sent_at IS NOT NULL;
CREATE INDEX surveys_canned ON surveys (scale, canned, score, sent_at, answered_at) WHERE sent_at IS NOT NULL;
CREATE INDEX surveys_corrected ON surveys (scale, sent_at) WHERE corrections <> '[]';
CREATE INDEX surveys_comments ON surveys (answered_at, id) WHERE comment <> '';`,
} as const;
