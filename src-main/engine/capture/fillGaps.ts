import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { threadMessages } from '../conversations/thread.ts';
import { fillGap, type GapRow, listAllOpenGaps, listOpenGaps } from '../store/gaps.ts';
import { getSource, putSource } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import { createFeed } from './createFeed.ts';
import { noteEnding, noteFilledPage } from './gapLedger.ts';
import { byRisk } from './gapOrder.ts';
import { readStretch } from './paging.ts';
import { tellThreaded } from './pollSource.ts';
import { isBlocked } from './schedule.ts';

/** What a back-fill brought. */
export interface Filled {
  readonly newMessages: number;
  readonly closedGaps: number;
}

/**
 * Tries to close each gap that X still shows, the oldest risk first, from its newer end to its older one. What could not
 * be told stays a gap; a source that fails is left alone until the next time.
 */
export async function fillGaps(ctx: CaptureContext, account: Account): Promise<Filled> {
  let newMessages = 0;
  const before = listAllOpenGaps(ctx.db);
  const left = new Set<string>();
  for (const { id } of byRisk(before, ctx.clock.now())) {
    const gap = listAllOpenGaps(ctx.db).find((open) => open.id === id);
    // Where nothing newer is known the next round reads it anyway.
    if (!gap || gap.beforeId === null || left.has(gap.sourceId)) continue;
    if (isBlocked(getSource(ctx.db, gap.sourceId), ctx.clock.now())) continue;
    const filled = await fill(ctx, account, gap);
    newMessages += filled.added;
    if (filled.failed) left.add(gap.sourceId);
  }
  const open = new Set(listAllOpenGaps(ctx.db).map((gap) => gap.id));
  return { newMessages, closedGaps: before.filter((gap) => !open.has(gap.id)).length };
}

async function fill(
  ctx: CaptureContext,
  account: Account,
  gap: GapRow,
): Promise<{ readonly added: number; readonly failed: boolean }> {
  const feed = createFeed(ctx, account, gap.sourceId);
  if (!feed) return { added: 0, failed: true };
  const startedAt = ctx.clock.now();
  const range = { sinceId: gap.afterId, untilId: gap.beforeId };
  let smaller = gap;
  const reading = await readStretch(feed, range, Number.POSITIVE_INFINITY, (progress) => {
    smaller = noteFilledPage(ctx, smaller, progress);
  });
  const { added, changed, ending } = reading;
  if (ending.kind === 'broken' && ending.error.code === 'engineGone') return { added, failed: true };
  const threaded = inTransaction(ctx.db, () => {
    const closed = noteEnding(ctx, smaller, ending, startedAt);
    // Direct messages are told from now on, so that all newer gaps were read on the way.
    if (closed && gap.sourceId === 'dms') fillNewer(ctx, gap);
    if (ending.kind === 'broken') keepLimit(ctx, gap, ending.error);
    return threadMessages(ctx);
  });
  tellThreaded(ctx, { opened: threaded.opened, changed: [...new Set([...changed, ...threaded.changed])] });
  return { added, failed: ending.kind === 'broken' };
}

function fillNewer(ctx: CaptureContext, { sourceId, from }: GapRow): void {
  const newer = listOpenGaps(ctx.db, sourceId).filter((gap) => gap.beforeId !== null && gap.from >= from);
  for (const gap of newer) fillGap(ctx.db, gap.id, ctx.clock.now());
}

function keepLimit(ctx: CaptureContext, { sourceId }: GapRow, error: AppError): void {
  if (error.code !== 'rateLimited' || error.resetAt === null) return;
  putSource(ctx.db, { ...getSource(ctx.db, sourceId), blockedUntil: error.resetAt });
}
