import type { ResponseTimeBand } from '#shared/domain/surveyReport.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import { isReplyBehind } from './outboxJoin.ts';
import { isOfSurvey } from './surveyJoin.ts';

/** How long the first reply took at most, for each band but the last. */
const bandEnds: readonly (readonly [ResponseTimeBand, number])[] = [
  ['minutes15', 15 * MINUTE_MS],
  ['hour1', HOUR_MS],
  ['hours4', 4 * HOUR_MS],
  ['day1', DAY_MS],
];
const bands = bandEnds.map(([band, end]) => `WHEN m.at - c.opened_at <= ${end} THEN '${band}'`).join(' ');

/** SQL: the band of the first reply to a conversation, by whatever but a survey. */
const responseTimeOf = (conversationId: string) => `(SELECT CASE ${bands} ELSE 'longer' END
  FROM conversations c JOIN messages m ON m.conversation_id = c.id
  WHERE c.id = ${conversationId} AND m.role = 'own' AND m.at >= c.opened_at
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'm')} AND ${isOfSurvey('o.id')})
  ORDER BY m.id LIMIT 1)`;

/**
 * SQL: the values of `channel`, `response_time`, `tags` and `canned` for a new survey in a conversation. Triggers keep the tags up to
 * date; the others say how the matter was when the survey was asked for.
 */
export const groupsOf = (conversationId: string) => `
  (SELECT iif(reason = 'dm', 'dm', 'public') FROM conversations WHERE id = ${conversationId}),
  ${responseTimeOf(conversationId)},
  (SELECT json_group_array(tag_id) FROM (
    SELECT tag_id FROM conversation_tags WHERE conversation_id = ${conversationId} ORDER BY tag_id)),
  (SELECT json_group_array(canned_id) FROM (SELECT DISTINCT u.canned_id FROM outbox o JOIN canned_uses u ON u.outbox_id = o.id
    WHERE o.conversation_id = ${conversationId} AND u.sent_at IS NOT NULL ORDER BY u.canned_id))`;
