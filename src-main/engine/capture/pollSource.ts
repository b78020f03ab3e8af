import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { threadMessages } from '../conversations/thread.ts';
import { getSource, putSource, type Source, type SourceId, sourceIds } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import { createFeed } from './createFeed.ts';
import { noteMissing } from './headLedger.ts';
import { readNew } from './readNew.ts';
import { afterPoll, isBlocked } from './schedule.ts';
import { tellThreaded } from './tellThreaded.ts';

/** What asking one source brought. */
export interface SourceResult {
  readonly newMessages: number;
  readonly error: AppError | null;
}

/**
 * A source that was not asked for longer than this, and than was planned, was not watched. A shorter absence loses nothing
 * by itself: where its stretch cannot be read, what kept Perch from reading it is the reason.
 */
const AWAY_MS = 15 * MINUTE_MS;
const LATE_MS = MINUTE_MS;

/** Asks one source for all that is new, threads it once each source was asked, and tells everybody. Not asked before the time that X has set. */
export async function pollSource(
  ctx: CaptureContext,
  account: Account,
  id: SourceId,
  waitMs: () => number,
): Promise<SourceResult> {
  const source = getSource(ctx.db, id);
  const feed = createFeed(ctx, account, id);
  if (!feed) return { newMessages: 0, error: null };
  if (isBlocked(source, ctx.clock.now())) {
    noteMissing(ctx, id, 'rateLimited');
    return { newMessages: 0, error: { code: 'rateLimited', resetAt: source.blockedUntil } };
  }
  if (isAway(source, ctx.clock.now())) noteMissing(ctx, id, 'away');
  const reading = await readNew(ctx, source, feed);
  const error = reading.ending.kind === 'failed' ? reading.ending.error : null;
  if (error?.code !== 'engineGone') settle(ctx, id, { changed: reading.changed, error }, waitMs);
  return { newMessages: reading.added, error };
}

function isAway({ capturedThrough, nextPollAt }: Source, now: number): boolean {
  if (capturedThrough === null) return false;
  return now - capturedThrough > AWAY_MS && now > (nextPollAt ?? 0) + LATE_MS;
}

function settle(
  ctx: CaptureContext,
  id: SourceId,
  outcome: { readonly changed: readonly string[]; readonly error: AppError | null },
  waitMs: () => number,
): void {
  const threaded = inTransaction(ctx.db, () => {
    const source = getSource(ctx.db, id);
    const threading = isFirstRound(ctx, id) ? nothingThreaded : threadMessages(ctx);
    // How soon to ask again depends on who waits now.
    putSource(ctx.db, afterPoll(source, outcome.error, ctx.clock.now(), waitMs()));
    return threading;
  });
  const changed = [...new Set([...outcome.changed, ...threaded.changed])];
  tellThreaded(ctx, { opened: threaded.opened, changed });
  if (!outcome.error) return;
  ctx.log('a source could not be asked', { source: id, code: outcome.error.code });
  ctx.emit({ name: 'capture.failed', params: { source: id, error: outcome.error } });
}

const nothingThreaded = { opened: [], changed: [] } as const;

// The own posts may already answer what the mentions tell first: nobody should see that as waiting in between.
function isFirstRound({ db }: CaptureContext, id: SourceId): boolean {
  return sourceIds.some((other) => other !== id && getSource(db, other).lastPollAt === null);
}
