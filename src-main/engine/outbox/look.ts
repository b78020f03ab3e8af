import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { getOutboxRow, isLinked } from '../store/outbox.ts';
import { listUnlinkedOutboxRows, listUnsettledOutboxRows } from '../store/outboxLists.ts';
import type { OutboxRow } from '../store/outboxRow.ts';
import { listOwnMessages, wasStoredBefore } from '../store/ownMessages.ts';
import { applyChange } from './applyChange.ts';
import { decideAfterFailedLook, decideAfterLook, toSentChange } from './decide.ts';
import { listCandidates } from './listCandidates.ts';
import { type Candidate, matchSent } from './matchSent.ts';
import { isSameText } from './sameText.ts';

/** While an answer with the same words is on the wire, nobody can tell whose the message on X is. */
const TWIN_WAIT_MS = 5_000;

/** Looks on X whether an answer of unknown outcome has arrived, and writes down what it found. */
export async function lookForAnswer(ctx: EngineContext, row: OutboxRow): Promise<void> {
  const found = await listCandidates(ctx, row, ctx.xClock.toXTime(sinceOf(row)));
  const current = getOutboxRow(ctx.db, row.id);
  // While the look was under way an agent may have decided.
  if (current?.state !== 'unknown' || current.looks !== row.looks) return;
  const now = ctx.clock.now();
  if (!found.ok) {
    applyChange(ctx, current, { change: decideAfterFailedLook(found.error, now) });
  } else if (hasTwinOnWire(ctx.db, current)) {
    applyChange(ctx, current, { change: { state: 'unknown', nextAttemptAt: now + TWIN_WAIT_MS } });
  } else if (!linkOldest(ctx, current, found.value)) {
    applyChange(ctx, current, { change: decideAfterLook(current, now) });
  }
}

/**
 * Looks for an earlier attempt before the next one: true where it is on X after all and is now marked as sent. X may
 * have shown it late, or the agent may have looked in the wrong place.
 */
export async function findEarlierAttempt(
  ctx: EngineContext,
  row: OutboxRow,
): Promise<Result<boolean, AppError>> {
  const found = await listCandidates(ctx, row, ctx.xClock.toXTime(sinceOf(row)));
  if (!found.ok) return found;
  if (hasTwinOnWire(ctx.db, row)) return err({ code: 'outcomeUnknown', looks: row.looks });
  return ok(linkOldest(ctx, row, found.value));
}

/** Finds answers of unknown outcome among the messages that capture has stored; no call to X is made. */
export function linkStoredReplies(ctx: EngineContext): void {
  for (const row of listUnlinkedOutboxRows(ctx.db)) {
    if (hasTwinOnWire(ctx.db, row)) continue;
    linkOldest(ctx, row, listOwnMessages(ctx.db, kindOf(row), row.personId, sinceOf(row)));
  }
}

// A message goes first to the answer that an agent has found on X: it surely stands there.
function linkOldest(ctx: EngineContext, row: OutboxRow, candidates: readonly Candidate[]): boolean {
  const settled = row.state === 'sent' ? [] : listUnlinkedOutboxRows(ctx.db);
  for (const other of settled) {
    if (other.state === 'sent' && isTwin(other, row)) link(ctx, other, candidates);
  }
  return link(ctx, row, candidates);
}

function link(ctx: EngineContext, row: OutboxRow, candidates: readonly Candidate[]): boolean {
  if (getOutboxRow(ctx.db, row.id)?.xId) return true;
  const { text, inReplyTo } = row;
  const since = sinceOf(row);
  const found = matchSent(
    { text, inReplyTo: row.channel === 'dm' ? null : inReplyTo, since: ctx.xClock.toXTime(since) },
    candidates,
    ({ xId }) => isLinked(ctx.db, row.channel, xId) || wasStoredBefore(ctx.db, kindOf(row), xId, since),
  );
  if (!found) return false;
  ctx.log('outbox.found', { id: row.id, looks: row.looks });
  const change = toSentChange(found.xId);
  const isNews = row.state !== 'sent';
  return applyChange(
    ctx,
    row,
    isNews ? { change, activity: 'replySent', facts: { xId: found.xId } } : { change },
  );
}

function hasTwinOnWire(db: Db, row: OutboxRow): boolean {
  return listUnsettledOutboxRows(db, row.personId).some(
    (other) => other.state === 'sending' && isTwin(other, row),
  );
}

// Two answers that look the same on X.
function isTwin(a: OutboxRow, b: OutboxRow): boolean {
  const sameTarget = a.channel === b.channel && a.personId === b.personId && a.inReplyTo === b.inReplyTo;
  return a.id !== b.id && sameTarget && isSameText(a.text, b.text);
}

// After a second attempt it may still be the first one that arrived.
function sinceOf(row: OutboxRow): number {
  return row.attempts > 1 ? row.createdAt : (row.attemptedAt ?? row.createdAt);
}

const kindOf = (row: OutboxRow) => (row.channel === 'dm' ? 'dm' : 'post');
