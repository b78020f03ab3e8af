import type { GapRow } from '../store/gaps.ts';
import { getSource, putSource, type Source } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toSnowflakeTime } from '../x/snowflake.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Feed } from './feed.ts';
import { noteEnding } from './fillLedger.ts';
import { toGapReason } from './gapReason.ts';
import { moveHead, noteHeadPage, noteMissing } from './headLedger.ts';
import { type Progress, type Reading, readStretch } from './paging.ts';

/** Reads all that a source has since it was last read, or at first what X shows of it; the ledger follows page by page. */
export function readNew(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  if (source.capturedThrough !== null) return readHead(ctx, source, feed);
  return feed.goesOnLater ? readLongBeginning(ctx, source, feed) : readBeginning(ctx, source, feed);
}

async function readHead(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  const range = { sinceId: source.sinceId, untilId: null };
  let pages = 0;
  let gap: GapRow | null = null;
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

// A month of messages may be more than X tells at once: what is left stays a gap.
async function readLongBeginning(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  let gap: GapRow | null = null;
  const reading = await readStretch(feed, everything, feed.firstPages, (progress) =>
    inTransaction(ctx.db, () => {
      gap = noteHeadPage(ctx, source, startedAt, progress, gap);
      putCapturedFrom(ctx, source, gap?.to ?? toStart(progress, startedAt));
    }),
  );
  const { ending } = reading;
  if (ending.kind === 'broken' && ending.error.code === 'engineGone') return reading;
  if (gap && ending.kind !== 'cut') noteEnding(ctx, gap, ending, startedAt);
  return reading;
}

// What X no longer shows when Perch first asks was never Perch's to have: it is no gap, and a broken round begins anew.
async function readBeginning(ctx: CaptureContext, source: Source, feed: Feed): Promise<Reading> {
  const startedAt = ctx.clock.now();
  let last: Progress | null = null;
  const reading = await readStretch(feed, everything, feed.firstPages, (progress) => {
    last = progress;
  });
  if (reading.ending.kind !== 'broken')
    inTransaction(ctx.db, () => noteBeginning(ctx, source, startedAt, last));
  return reading;
}

function noteBeginning(ctx: CaptureContext, source: Source, startedAt: number, last: Progress | null): void {
  moveHead(ctx, source, startedAt, last?.newestId ?? null);
  putCapturedFrom(ctx, source, toStart(last, startedAt));
}

function putCapturedFrom({ db }: CaptureContext, { id }: Source, capturedFrom: number): void {
  putSource(db, { ...getSource(db, id), capturedFrom });
}

const everything = { sinceId: null, untilId: null } as const;

function toStart(progress: Progress | null, startedAt: number): number {
  const oldestId = progress?.oldestId ?? null;
  return oldestId === null ? startedAt : Math.min(toSnowflakeTime(oldestId), startedAt);
}
