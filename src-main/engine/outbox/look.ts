import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EngineContext } from '../context.ts';
import { getOutboxRow, isLinked, listUnlinkedOutboxRows, type OutboxRow } from '../store/outbox.ts';
import { listOwnMessages, wasStoredBefore } from '../store/ownMessages.ts';
import type { XPost } from '../x/xClient.ts';
import { applyChange } from './applyChange.ts';
import { decideAfterFailedLook, decideAfterLook, toSentChange } from './decide.ts';
import { type Candidate, matchSent } from './matchSent.ts';

/** How many of the newest own messages a look reads. */
const LOOK_SIZE = 100;

/** Looks on X whether an answer of unknown outcome has arrived, and writes down what it found. */
export async function lookForAnswer(ctx: EngineContext, row: OutboxRow): Promise<void> {
  const found = await listCandidates(ctx, row);
  const current = getOutboxRow(ctx.db, row.id);
  // While the look was under way an agent may have decided.
  if (current?.state !== 'unknown' || current.looks !== row.looks) return;
  const now = ctx.clock.now();
  if (!found.ok) {
    applyChange(ctx, current, { change: decideAfterFailedLook(found.error, now) });
    return;
  }
  if (linkOldest(ctx, current, found.value)) return;
  applyChange(ctx, current, { change: decideAfterLook(current, now) });
}

/**
 * Looks for an earlier attempt before the next one: true where it is on X after all and is now marked as sent. X may
 * have shown it late, or the agent may have looked in the wrong place.
 */
export async function findEarlierAttempt(
  ctx: EngineContext,
  row: OutboxRow,
): Promise<Result<boolean, AppError>> {
  const found = await listCandidates(ctx, row);
  return found.ok ? ok(linkOldest(ctx, row, found.value)) : found;
}

/** Finds answers of unknown outcome among the messages that capture has stored; no call to X is made. */
export function linkStoredAnswers(ctx: EngineContext): void {
  for (const row of listUnlinkedOutboxRows(ctx.db)) {
    linkOldest(ctx, row, listOwnMessages(ctx.db, kindOf(row), row.personId, sinceOf(row)));
  }
}

function linkOldest(ctx: EngineContext, row: OutboxRow, candidates: readonly Candidate[]): boolean {
  const { text, inReplyTo } = row;
  const since = sinceOf(row);
  const found = matchSent(
    { text, inReplyTo: row.channel === 'dm' ? null : inReplyTo, since },
    candidates,
    ({ xId }) => isLinked(ctx.db, row.channel, xId) || wasStoredBefore(ctx.db, kindOf(row), xId, since),
  );
  if (!found) return false;
  ctx.log('outbox.found', { id: row.id, looks: row.looks });
  const change = toSentChange(found.xId);
  const isNews = row.state !== 'sent';
  applyChange(ctx, row, isNews ? { change, activity: 'replySent', facts: { xId: found.xId } } : { change });
  return true;
}

// After a second attempt it may still be the first one that arrived.
function sinceOf(row: OutboxRow): number {
  return row.attempts > 1 ? row.createdAt : (row.attemptedAt ?? row.createdAt);
}

const kindOf = (row: OutboxRow) => (row.channel === 'dm' ? 'dm' : 'post');

async function listCandidates(
  ctx: EngineContext,
  row: OutboxRow,
): Promise<Result<readonly Candidate[], AppError>> {
  const account = ctx.account();
  if (!account) return err({ code: 'notConnected' });
  if (row.channel === 'public') {
    const page = await ctx.x.listOwnPosts({ userId: account.id, maxResults: LOOK_SIZE });
    return page.ok ? ok(page.value.posts.map(toCandidate)) : page;
  }
  const page = await ctx.x.listDmsWith(row.personId, LOOK_SIZE);
  if (!page.ok) return page;
  const own = page.value.dms.filter((dm) => dm.senderId === account.id);
  return ok(own.map(({ id: xId, text, at }) => ({ xId, text, at, inReplyTo: null })));
}

function toCandidate(post: XPost): Candidate {
  const inReplyTo = post.references.find((one) => one.type === 'replied_to')?.id ?? null;
  return { xId: post.editIds[0] ?? post.id, text: post.text, at: post.at, inReplyTo };
}
