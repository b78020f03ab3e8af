import { type Message, MessageState, unsentFacts } from '#shared/domain/message.ts';
import type { PersonSummary } from '#shared/domain/person.ts';
import { AppError } from '#shared/errors.ts';
import type { OrderedMessage } from './history.ts';
import type { Db } from './open.ts';
import { isMessageOf } from './outboxJoin.ts';
import { rowIdCeiling } from './rowIds.ts';
import { all } from './sql.ts';

interface UnsentRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly channel: string;
  readonly text: string;
  readonly in_reply_to: string | null;
  readonly agent: string;
  readonly state: string;
  readonly created_at: number;
  readonly held_until: number | null;
  readonly x_id: string | null;
  readonly error: string | null;
}

/** Answers to a person that are not messages of X yet, oldest first; `author` is the account that sends them. */
export function listUnsent(db: Db, personId: string, author: PersonSummary): OrderedMessage[] {
  const text = `SELECT o.id, o.conversation_id, o.channel, o.text, o.in_reply_to, o.agent, o.state, o.created_at,
      o.held_until, o.x_id, o.error
    FROM conversations c JOIN outbox o ON o.conversation_id = c.id
    WHERE c.person_id = ? AND o.dismissed = 0 AND NOT EXISTS (
      SELECT 1 FROM messages m WHERE ${isMessageOf('m', 'o')})
    ORDER BY o.created_at, o.id`;
  return all<UnsentRow>(db, text, personId).map((row) => ({
    rowId: rowIdCeiling(row.created_at),
    message: toMessage(row, author),
  }));
}

function toMessage(row: UnsentRow, author: PersonSummary): Message {
  const error = row.error === null ? null : AppError.parse(JSON.parse(row.error));
  return {
    ...unsentFacts,
    id: row.id,
    xId: row.x_id,
    kind: row.channel === 'dm' ? 'dm' : 'post',
    author,
    text: row.text,
    at: row.created_at,
    state: MessageState.parse(row.state),
    conversationId: row.conversation_id,
    inReplyTo: row.in_reply_to,
    outboxId: row.id,
    agent: row.agent,
    ...(row.held_until === null || row.state !== 'held' ? {} : { heldUntil: row.held_until }),
    ...(error ? { error } : {}),
  };
}
