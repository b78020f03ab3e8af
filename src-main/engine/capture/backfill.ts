import type { SourceKind } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { err, type Result } from '#shared/result.ts';
import { emitThreaded } from '../conversations/threaded.ts';
import { threadMessages } from '../conversations/threading.ts';
import { type GapRow, listAllOpenGaps } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import { getPostRate } from '../store/postRate.ts';
import { getSource, putSource, type SourceId, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toFirstSnowflake, toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext, Feed, PageRequest, StoredPage } from './feed.ts';
import { recordBackfillPage, settleGap } from './gapLedger.ts';
import { toBackfillOrder } from './lookback.ts';
import { MIN_OVERLAP_MS } from './overlap.ts';
import { foldPages, type Progress, type Reading, type Stretch } from './paging.ts';
import type { PollingPolicy } from './pollingPolicy.ts';
import { isBlocked } from './schedule.ts';

/** A gap with an upper end: something newer than it has been captured. */
type BoundedGap = GapRow & { readonly beforeId: string };

/**
 * Tries to close each gap that X still shows, the one that X forgets first at the head, as long as the policy has calls
 * to spare. Returns the number of new messages. What could not be fetched stays a gap, and a source that fails is left
 * alone until the next poll cycle.
 */
export async function backfillGaps(
  ctx: CaptureContext,
  feedOf: (id: SourceId) => Feed | null,
  { hasSpareCall }: Pick<PollingPolicy, 'hasSpareCall'>,
): Promise<number> {
  let newMessages = 0;
  const failed = new Set<SourceId>();
  const now = ctx.clock.now();
  const rateOf = (kind: SourceKind) => getPostRate(ctx.db, kind === 'ownPosts' ? 'own' : 'wanted', now);
  for (const { id } of toBackfillOrder(listAllOpenGaps(ctx.db), now, rateOf)) {
    // Earlier reads may have shrunk or closed this gap too.
    const gap = listAllOpenGaps(ctx.db).find((open) => open.id === id);
    if (!gap || !isBounded(gap) || failed.has(gap.sourceId) || !mayPoll(ctx, gap.sourceId)) continue;
    const feed = feedOf(gap.sourceId);
    const kind = toSourceKind(gap.sourceId);
    const filled =
      feed &&
      (await backfillGap(
        ctx,
        withSpareCalls(feed, () => hasSpareCall(kind)),
        gap,
      ));
    newMessages += filled?.added ?? 0;
    if (!filled || filled.ending.kind === 'failed') failed.add(gap.sourceId);
  }
  return newMessages;
}

// An unbounded gap reaches up to now: the next poll fetches it anyway.
const isBounded = (gap: GapRow): gap is BoundedGap => gap.beforeId !== null;

function mayPoll({ db, clock }: CaptureContext, id: SourceId): boolean {
  const source = getSource(db, id);
  return source.error === null && !isBlocked(source, clock.now());
}

// A read that runs out of spare calls is not rate limited by X, so there is no reset time, and polling goes on.
function withSpareCalls(feed: Feed, hasSpareCall: () => boolean): Feed {
  const noCallLeft = err<AppError>({ code: 'rateLimited', resetAt: null });
  return { ...feed, read: async (request) => (hasSpareCall() ? await feed.read(request) : noCallLeft) };
}

async function backfillGap(ctx: CaptureContext, feed: Feed, gap: BoundedGap): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const reading = await readGap(ctx, feed, gap);
  const { ending } = reading;
  if (ending.kind === 'failed' && ending.error.code === 'engineGone') return reading;
  const threaded = inTransaction(ctx.db, () => {
    settleGap(ctx, gap, ending, startedAt);
    if (ending.kind === 'failed') recordRateLimit(ctx, gap.sourceId, ending.error);
    return threadMessages(ctx, 'backfill');
  });
  emitThreaded(ctx, threaded, reading.changed);
  return reading;
}

function recordRateLimit({ db }: CaptureContext, id: SourceId, error: AppError): void {
  if (error.code !== 'rateLimited' || error.resetAt === null) return;
  putSource(db, { ...getSource(db, id), blockedUntil: error.resetAt });
}

/**
 * Fetches what a gap is missing, from its newer end to its older one; the gap shrinks with every page. If X does not
 * support a range, the read resumes at the gap's page token. It restarts at the newest page if X rejects the token, or
 * if the token's page does not prove that it adjoins what was captured.
 */
async function readGap(ctx: CaptureContext, feed: Feed, gap: BoundedGap): Promise<Reading> {
  const range = { sinceId: gap.afterId, untilId: gap.beforeId, ...toReread(gap) };
  const read = (stretch: Stretch, toUpTo: (progress: Progress) => string | null) =>
    foldPages<void>(stretch, undefined, (_, progress) => {
      if (progress.oldestId === null) return;
      recordBackfillPage(ctx, gap, { upTo: toUpTo(progress), downTo: progress.oldestId }, progress);
    });
  if (feed.supportsRange) return read({ feed, start: range }, () => gap.beforeId);
  if (gap.pageToken === null) return read({ feed, start: range }, () => null);
  const start = { ...range, token: gap.pageToken };
  const firstPage = await feed.read(start);
  if (hasLostPlace(firstPage, gap)) {
    return withChange(firstPage, await read({ feed, start: range }, () => null));
  }
  return read({ feed, start, firstPage }, (progress) => progress.newestId);
}

// What X listed late below the gap, after the poll that left it. A hit of a saved search may be of another day, and cost again.
function toReread({ sourceId, afterId }: BoundedGap): Pick<PageRequest, 'rereadFrom'> {
  return afterId === null || toSourceKind(sourceId) === 'search'
    ? {}
    : { rereadFrom: toFirstSnowflake(toSnowflakeTime(afterId) - MIN_OVERLAP_MS) };
}

// The token's page was read before and adjoins the gap: if it still shows an item from the newer side, nothing is skipped.
function hasLostPlace(page: Result<StoredPage, AppError>, { beforeId }: BoundedGap): boolean {
  if (!page.ok) return page.error.code === 'refusedByX';
  return !page.value.ids.some((id) => compareXIds(id, beforeId) >= 0);
}

function withChange(page: Result<StoredPage, AppError>, reading: Reading): Reading {
  if (!page.ok) return reading;
  const { added, changed } = page.value.change;
  return {
    ...reading,
    added: reading.added + added,
    changed: [...new Set([...changed, ...reading.changed])],
  };
}
