/** SQL condition: the row of the outbox with the id in `outboxId` is a message of a survey. */
export const isOfSurvey = (outboxId: string) =>
  `EXISTS (SELECT 1 FROM survey_messages WHERE outbox_id = ${outboxId})`;

/** SQL condition: the message with the row id in `messageId` only responds to a survey. */
export const isResponse = (messageId: string) =>
  `EXISTS (SELECT 1 FROM survey_responses WHERE message_id = ${messageId})`;

/** SQL: the time of a survey's first score while it has one, as `answeredAt`. */
export const answeredAt = 'iif(score IS NULL, NULL, answered_at) AS answeredAt';
