// A reply and the message that it becomes share X's id; the channel decides the kind, since posts and private messages
// have id spaces of their own. Each direction names the columns of the index that finds it.

/** SQL: the kind of message that a row of the outbox becomes. */
export const kindOf = (outbox: string) => `iif(${outbox}.channel = 'dm', 'dm', 'post')`;

/** SQL: the channel on which a message was sent. */
export const channelOf = (message: string) => `iif(${message}.kind = 'dm', 'dm', 'public')`;

/** SQL condition: `outbox` is the row that became `message`; for finding the row. */
export const isReplyBehind = (outbox: string, message: string) =>
  `${outbox}.x_id = ${message}.x_id AND ${outbox}.channel = ${channelOf(message)}`;

/** SQL condition: `message` is what the row `outbox` became; for finding the message. */
export const isMessageOf = (message: string, outbox: string) =>
  `${message}.kind = ${kindOf(outbox)} AND ${message}.x_id = ${outbox}.x_id`;

/** SQL: the row id of the newest message of the account in a conversation for which no row of the outbox stands. */
export const lastReplyElsewhere = (conversationId: string) => `SELECT m.id FROM messages m
  WHERE conversation_id = ${conversationId} AND role = 'own'
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE ${isReplyBehind('o', 'm')})
  ORDER BY m.id DESC LIMIT 1`;
