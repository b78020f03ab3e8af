import type { AppError } from '#shared/errors.ts';
import type { Db } from '../store/open.ts';
import { listUnsettledOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import {
  type ForeignReply,
  getNewestWantedBy,
  hasNewerWanted,
  listForeignReplies,
} from '../store/seenMessages.ts';
import { isSameText } from './sameText.ts';

/** Why an answer waits for an agent's word. */
export type LookAgainReason = Extract<AppError, { readonly code: 'lookAgain' }>['reason'];

/** Why an answer should not go out without an agent's word: its conversation is not what its agent had seen. */
export function findChange(db: Db, row: OutboxRow): LookAgainReason | null {
  const { personId, createdAt } = row;
  const seenThrough = row.seenThrough ?? getNewestWantedBy(db, personId, createdAt);
  if (hasNewerWanted(db, personId, seenThrough)) return 'newMessage';
  const foreign = listForeignReplies(db, personId, seenThrough, createdAt);
  return foreign.some((answer) => !isOwn(db, row, answer)) ? 'answeredElsewhere' : null;
}

// What X shows before it has confirmed it is no answer of somebody else.
function isOwn(db: Db, { personId }: OutboxRow, answer: ForeignReply): boolean {
  return listUnsettledOutboxRows(db, personId).some(
    ({ channel, text }) => channel === answer.channel && isSameText(text, answer.text),
  );
}
