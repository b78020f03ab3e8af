import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { threadMessages } from '../conversations/thread.ts';
import { getSource, putSource, type Source, type SourceId, sourceIds } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './captureContext.ts';
import { createFeed } from './createFeed.ts';
import type { Feed } from './feed.ts';
import { moveHead, noteEnding, noteHeadPage, noteMissing, toGapReason } from './gapLedger.ts';
import type { PollOutcome, Reading } from './paging.ts';
import { readStretch } from './paging.ts';
import { afterPoll, isBlocked } from './schedule.ts';

/** What asking one source brought. */
export interface SourceResult {
  readonly newMessages: number;
  readonly error: AppError | null;
}

/** A source that was not asked for longer than this, and than was planned, was not watched. */
const AWAY_MS = 15 * 60_000;
const LATE_MS = 60_000;

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
  const reading = await (source.capturedThrough === null
    ? readFirst(ctx, source, feed)
    : readHead(ctx, source, feed));
  const error = reading.ending.kind === 'broken' ? reading.ending.error : null;
  if (error?.code !== 'engineGone') settle(ctx, id, { ...reading, error }, waitMs);
  return { newMessages: reading.added, error };
}

function isAway({ capturedThrough, nextPollAt }: Source, now: number): boolean {
  if (capturedThrough === null) return false;
  return now - capturedThrough > AWAY_MS && now > (nextPollAt ?? 0) + LATE_MS;
}

// What X no longer shows when Perch first asks was never Perch's to have: it is no gap, and a broken round begins anew.
async function readFirst(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  let newestId: string | null = null;
  let oldestId: string | null = null;
  const reading = await readStretch(feed, { sinceId: null, untilId: null }, feed.firstPages, (progress) => {
    newestId = progress.newestId;
    oldestId = progress.oldestId;
  });
  if (reading.ending.kind !== 'broken') {
    const capturedFrom = oldestId === null ? startedAt : Math.min(toSnowflakeTime(oldestId), startedAt);
    inTransaction(ctx.db, () => {
      moveHead(ctx, source, startedAt, newestId);
      putSource(ctx.db, { ...getSource(ctx.db, source.id), capturedFrom });
    });
  }
  return reading;
}

async function readHead(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const range = { sinceId: source.sinceId, untilId: null };
  let pages = 0;
  let gap: ReturnType<typeof noteHeadPage> = null;
  const reading = await readStretch(feed, range, Number.POSITIVE_INFINITY, (progress) => {
    gap = noteHeadPage(ctx, source, startedAt, progress, gap);
    pages += 1;
  });
  const { ending } = reading;
  if (ending.kind === 'broken' && ending.error.code === 'engineGone') return reading;
  if (pages === 0 && ending.kind === 'broken') noteMissing(ctx, source.id, toGapReason(ending.error));
  if (gap) noteEnding(ctx, gap, ending, startedAt);
  return reading;
}

function settle(
  ctx: CaptureContext,
  id: SourceId,
  outcome: Omit<PollOutcome, 'sinceId'>,
  waitMs: () => number,
): void {
  const threaded = inTransaction(ctx.db, () => {
    const source = getSource(ctx.db, id);
    const { sinceId } = source;
    const threading = isFirstRound(ctx, id) ? nothingThreaded : threadMessages(ctx);
    // How soon to ask again depends on who waits now.
    putSource(ctx.db, afterPoll(source, { ...outcome, sinceId }, ctx.clock.now(), waitMs()));
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

/** Tells which conversations a threading opened and changed. */
export function tellThreaded(
  ctx: Pick<CaptureContext, 'emit'>,
  { opened, changed }: { readonly opened: readonly string[]; readonly changed: readonly string[] },
): void {
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...changed] } });
}
