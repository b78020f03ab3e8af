import { toMessageId, toMessageKind } from '#shared/domain/message.ts';
import type { EngineContext } from '../context/context.ts';
import { isLinked } from '../store/outbox.ts';
import { listUnconfirmedOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { listOwnMessages, wasStoredBefore } from '../store/ownMessages.ts';
import { type Candidate, matchSent } from './matchSent.ts';

type Context = Pick<EngineContext, 'db' | 'xClock'>;

/** The own message on X that a reply can be which may have arrived; `isTaken` rules out some more. */
export function findSent<C extends Candidate>(
  { db, xClock }: Context,
  row: OutboxRow,
  candidates: readonly C[],
  isTaken: (candidate: C) => boolean = () => false,
): C | null {
  const { channel, text, inReplyTo, attachments } = row;
  const kind = toMessageKind(channel);
  const since = earliestOf(row);
  return matchSent(
    {
      text,
      inReplyTo: kind === 'dm' ? null : inReplyTo,
      hasFiles: attachments.length > 0,
      since: xClock.toXTime(since),
    },
    candidates,
    (one) => isLinked(db, channel, one.xId) || wasStoredBefore(db, kind, one.xId, since) || isTaken(one),
  );
}

/** When it may have reached X first: after a second attempt it may still be the first one that arrived. */
export function earliestOf({ sendAttempts, createdAt, attemptedAt }: OutboxRow): number {
  return sendAttempts > 1 ? createdAt : (attemptedAt ?? createdAt);
}

/**
 * The replies to a person that X has not confirmed, but that capture has already found on X, by the id of their message. Nothing
 * is settled by that: the call may be on the wire still. It only keeps a reply from being shown twice while X is slow.
 */
export function listArrived(ctx: Context, personId: string): ReadonlyMap<string, OutboxRow> {
  const arrived = new Map<string, OutboxRow>();
  for (const row of listUnconfirmedOutboxRows(ctx.db, personId)) {
    const kind = toMessageKind(row.channel);
    const own = listOwnMessages(ctx.db, kind, personId, earliestOf(row));
    const found = findSent(ctx, row, own, ({ xId }) => arrived.has(toMessageId(kind, xId)));
    if (found) arrived.set(toMessageId(kind, found.xId), row);
  }
  return arrived;
}
