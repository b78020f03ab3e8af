import { toMessageKind } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { earliestOf, findSent } from '../conversations/findSent.ts';
import type { Candidate } from '../conversations/matchSent.ts';
import { isSameText } from '../conversations/sameText.ts';
import type { Db } from '../store/open.ts';
import { getOutboxRow } from '../store/outbox.ts';
import { listUnconfirmedOutboxRows, listUnlinkedOutboxRows } from '../store/outboxLists.ts';
import { hasStatus, type OutboxRow, type RowWith } from '../store/outboxRow.ts';
import { listOwnMessages } from '../store/ownMessages.ts';
import { applyTransition } from './applyTransition.ts';
import { fetchCandidates } from './fetchCandidates.ts';
import { applyDelivery } from './parts.ts';
import { afterFailedReconciliation, afterReconciliation, awaitTwin, toSent } from './transitions.ts';

/** Finds out from X whether a reply of unknown outcome has arrived, and stores what follows. */
export async function reconcile(ctx: EngineContext, row: RowWith<'unknown'>): Promise<void> {
  const fetched = await fetchCandidates(ctx, row, ctx.xClock.toXTime(earliestOf(row)));
  const current = getOutboxRow(ctx.db, row.id);
  // An agent may have settled it during the fetch.
  if (!current || !isSameAttempt(current, row)) return;
  const now = ctx.clock.now();
  if (!fetched.ok) {
    applyTransition(ctx, current, { transition: afterFailedReconciliation(current, fetched.error, now) });
  } else if (hasTwinOnWire(ctx.db, current)) {
    applyTransition(ctx, current, { transition: awaitTwin(current, now) });
  } else if (!linkOldest(ctx, current, fetched.value)) {
    applyTransition(ctx, current, { transition: afterReconciliation(current, now) });
  }
}

/**
 * Looks for an earlier attempt before the next one. Returns true where it is on X after all, and is now marked as sent: X
 * may have shown it late, the agent may have looked in the wrong place, or an old copy of the store is in use.
 * `fetchShared` fetches the same as `fetchCandidates` for several replies.
 */
export async function findEarlierAttempt(
  ctx: EngineContext,
  row: RowWith<'queued'>,
  fetchShared: ((row: OutboxRow) => ReturnType<typeof fetchCandidates>) | null,
): Promise<Result<boolean, AppError>> {
  const fetched = await (fetchShared
    ? fetchShared(row)
    : fetchCandidates(ctx, row, ctx.xClock.toXTime(earliestOf(row))));
  if (!fetched.ok) return fetched;
  if (hasTwinOnWire(ctx.db, row)) return err({ code: 'outcomeUnknown', looks: 0 });
  return ok(linkOldest(ctx, row, fetched.value));
}

/** Reconciles replies with the messages that capture has stored; makes no call to X. */
export function linkStoredReplies(ctx: EngineContext): void {
  for (const row of listUnlinkedOutboxRows(ctx.db)) {
    if (hasTwinOnWire(ctx.db, row)) continue;
    const kind = toMessageKind(row.channel);
    linkOldest(ctx, row, listOwnMessages(ctx.db, kind, row.personId, earliestOf(row)));
  }
}

function isSameAttempt(current: OutboxRow, row: RowWith<'unknown'>): current is RowWith<'unknown'> {
  return hasStatus(current, 'unknown') && current.status.reconcileAttempts === row.status.reconcileAttempts;
}

// Of twins, the one that an agent has seen on X takes the first message: it is certainly there.
function linkOldest(ctx: EngineContext, row: OutboxRow, candidates: readonly Candidate[]): boolean {
  const others = hasStatus(row, 'sent') ? [] : listUnlinkedOutboxRows(ctx.db);
  for (const other of others) {
    if (hasStatus(other, 'sent') && isTwin(other, row)) link(ctx, other, candidates);
  }
  return link(ctx, row, candidates);
}

function link(ctx: EngineContext, row: OutboxRow, candidates: readonly Candidate[]): boolean {
  if (getOutboxRow(ctx.db, row.id)?.xId) return true;
  const found = findSent(ctx, row, candidates);
  if (!found) return false;
  const { xId } = found;
  ctx.log('outbox.foundOnX', { id: row.id, state: row.status.kind });
  return hasStatus(row, 'sent')
    ? applyTransition(ctx, row, { transition: toSent(xId) })
    : applyDelivery(ctx, row, xId, { activity: 'replySent', facts: { xId } });
}

// While a twin is on the wire, a message on X may be either of the two.
function hasTwinOnWire(db: Db, row: OutboxRow): boolean {
  return listUnconfirmedOutboxRows(db, row.personId).some(
    (other) => hasStatus(other, 'sending') && isTwin(other, row),
  );
}

// Two replies that look the same on X.
function isTwin(a: OutboxRow, b: OutboxRow): boolean {
  const sameTarget = a.channel === b.channel && a.personId === b.personId && a.inReplyTo === b.inReplyTo;
  return a.id !== b.id && sameTarget && isSameText(a.text, b.text);
}
