/*
 * What lists and summaries know of the replies that X does not have yet. The outbox of a conversation is small and read by
 * its index `outbox_conversation`, within the statement that reads the conversation.
 */

/** SQL condition: Perch does nothing more about a reply of `outbox` until an agent decides; as `needsDecision` tells for a row. */
const isUndecided = (outbox: string) => `(${outbox}.state IN ('refused', 'stopped')
    OR (${outbox}.state = 'unknown' AND ${outbox}.next_attempt_at IS NULL))`;

const unfinished = (conversationId: string) => `FROM outbox u
  WHERE u.conversation_id = ${conversationId} AND u.state <> 'sent' AND u.dismissed = 0`;

/** SQL: the `UnfinishedReply` of a conversation; NULL where X has all its replies. */
export const unfinishedReplyOf = (conversationId: string) => `SELECT CASE
    WHEN u.state = 'refused' THEN 'notSent'
    WHEN ${isUndecided('u')} THEN 'check'
    WHEN u.state = 'unknown' OR (u.state = 'queued' AND u.error IS NOT NULL) THEN 'waiting'
    ELSE 'sending' END
  ${unfinished(conversationId)} ORDER BY u.created_at DESC, u.id DESC LIMIT 1`;

/** SQL: when the oldest reply of a conversation that an agent has to decide about was written; NULL if there is none. */
export const undecidedSince = (conversationId: string) =>
  `SELECT min(u.created_at) ${unfinished(conversationId)} AND ${isUndecided('u')}`;

/** SQL: the ids of the conversations with a reply that an agent has to decide about. */
export const undecidedConversations = `SELECT u.conversation_id FROM outbox u
  WHERE u.state IN ('refused', 'stopped', 'unknown') AND u.dismissed = 0 AND ${isUndecided('u')}`;
