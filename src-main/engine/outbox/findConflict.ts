import type { SinceWritten } from '#shared/domain/approval.ts';
import { isSameText } from '../conversations/sameText.ts';
import type { Db } from '../store/open.ts';
import { listUnconfirmedOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import {
  type ForeignReply,
  getNewestWanted,
  hasCapturedAfter,
  hasNewerWanted,
  listForeignReplies,
} from '../store/seenMessages.ts';

/** When a reply was written, and what its author had seen. */
type Written = Pick<OutboxRow, 'personId' | 'conversationId' | 'createdAt' | 'seenThrough' | 'seenUntil'>;

/**
 * What happened in the conversation since the agent wrote this reply, as far as it is captured: the person wrote something
 * that the agent had not seen, or somebody else has replied. Null where nothing did.
 */
export function findConflict(db: Db, row: Written): SinceWritten | null {
  const { personId, conversationId, createdAt, seenUntil } = row;
  const seenThrough = row.seenThrough ?? getNewestWanted(db, personId, createdAt);
  if (hasNewerWanted(db, personId, seenThrough)) return 'newMessage';
  // One that is older than what the agent had seen, but was captured later.
  if (seenUntil !== null && hasCapturedAfter(db, conversationId, seenUntil)) return 'newMessage';
  const foreign = listForeignReplies(db, personId, seenThrough, createdAt);
  return foreign.some((reply) => !isOwn(db, row, reply)) ? 'answeredElsewhere' : null;
}

// Capture may bring a reply from Perch before its sending is confirmed.
function isOwn(db: Db, { personId }: Written, reply: ForeignReply): boolean {
  return listUnconfirmedOutboxRows(db, personId).some(
    ({ channel, text, attachments }) =>
      channel === reply.channel && isSameText(text, reply.text, reply.quotes, attachments.length > 0),
  );
}
