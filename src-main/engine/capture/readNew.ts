import { type GapRow, listOpenGaps } from '../store/gaps.ts';
import { getSource, putSource, type Source } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext, Feed } from './feed.ts';
import { moveHead, recordHeadPage, recordMissing, settleGap, toGapReason } from './gapLedger.ts';
import { toRereadFrom } from './overlap.ts';
import { type Ending, foldPages, type Progress, type Reading } from './paging.ts';

/**
 * Fetches everything that is new in a source since its last read, or on the first read what X shows of it since the
 * workspace was told to begin. The ledger is updated after every page.
 */
export function readNew(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  if (source.capturedThrough !== null) return readHead(ctx, source, feed);
  return feed.resumesFirstRead ? readFirstInParts(ctx, source, feed) : readFirst(ctx, source, feed);
}

interface HeadState {
  readonly pages: number;
  /** The gap for what has not been fetched yet. */
  readonly gap: GapRow | null;
}

async function readHead(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const rereadFrom = toRereadFrom(ctx, source, startedAt);
  const untilNothingLate = listOpenGaps(ctx.db, source.id).length === 0;
  const known = rereadFrom === null ? {} : { rereadFrom, untilNothingLate };
  const start = { sinceId: source.sinceId, untilId: null, ...known };
  const initial: HeadState = { pages: 0, gap: null };
  const reading = await foldPages({ feed, start }, initial, ({ pages, gap }, progress) => ({
    pages: pages + 1,
    gap: recordHeadPage(ctx, source, startedAt, progress, gap),
  }));
  const { ending, state } = reading;
  if (isStopped(ending)) return reading;
  if (state.pages === 0 && ending.kind === 'failed') {
    recordMissing(ctx, source.id, toGapReason(ending.error));
  }
  if (state.gap) settleGap(ctx, state.gap, ending, startedAt);
  return reading;
}

// A month of messages can be more than X shows per rate limit window: the rest stays a gap.
async function readFirstInParts(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const stretch = { feed, start: toFirstRange(source), maxPages: feed.maxFirstPages };
  const reading = await foldPages<GapRow | null>(stretch, null, (open, progress) =>
    inTransaction(ctx.db, () => {
      const gap = recordHeadPage(ctx, source, startedAt, progress, open);
      putCapturedFrom(ctx, source, gap?.to ?? toCapturedFrom(source, progress, startedAt));
      return gap;
    }),
  );
  const { ending, state: gap } = reading;
  if (!isStopped(ending) && gap && ending.kind !== 'limited') settleGap(ctx, gap, ending, startedAt);
  return reading;
}

// What X does not show on the first read was never available to Perch, so it is no gap. A failed read starts again.
async function readFirst(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const stretch = { feed, start: toFirstRange(source), maxPages: feed.maxFirstPages };
  const reading = await foldPages<Progress | null>(stretch, null, (_, progress) => progress);
  const { ending, state: last } = reading;
  if (ending.kind === 'failed') return reading;
  inTransaction(ctx.db, () => {
    moveHead(ctx, source, startedAt, last?.newestId ?? null);
    const begun = ending.kind === 'complete' ? source : { sinceId: null };
    putCapturedFrom(ctx, source, toCapturedFrom(begun, last, startedAt));
  });
  return reading;
}

// Before anything was captured, `sinceId` says where the workspace was told to begin; null is everything.
const toFirstRange = ({ sinceId }: Source) => ({ sinceId, untilId: null, isFirst: true }) as const;

// The engine stops: the store is no longer written to.
const isStopped = (ending: Ending): boolean => ending.kind === 'failed' && ending.error.code === 'engineGone';

function putCapturedFrom({ db }: CaptureContext, { id }: Source, capturedFrom: number): void {
  putSource(db, { ...getSource(db, id), capturedFrom });
}

function toCapturedFrom(
  { sinceId }: Pick<Source, 'sinceId'>,
  progress: Progress | null,
  startedAt: number,
): number {
  const ids = [sinceId, progress?.oldestId ?? null].filter((id) => id !== null);
  return Math.min(startedAt, ...ids.map(toSnowflakeTime));
}
