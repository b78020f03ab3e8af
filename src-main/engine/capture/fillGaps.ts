import type { Account } from '#shared/domain/account.ts';
import type { SourceKind } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { err } from '#shared/result.ts';
import { threadMessages } from '../conversations/thread.ts';
import { type GapRow, listAllOpenGaps } from '../store/gaps.ts';
import { getPostPace } from '../store/postPace.ts';
import { getSource, putSource, type SourceId, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import { createFeed } from './createFeed.ts';
import type { Feed } from './feed.ts';
import { noteEnding } from './fillLedger.ts';
import { toBackfillOrder } from './lookback.ts';
import { type BoundedGap, readGap } from './readGap.ts';
import type { Rhythm } from './rhythm.ts';
import { isBlocked } from './schedule.ts';
import { tellThreaded } from './tellThreaded.ts';

/**
 * Tries to close each gap that X still shows, the oldest risk first, from its newer end to its older one, as long as the
 * rhythm has calls to spare; answers how many messages that brought. What could not be told stays a gap; a source that
 * fails is left alone until the next time.
 */
export async function fillGaps(
  ctx: CaptureContext,
  account: Account,
  rhythm: Pick<Rhythm, 'sparesCall'>,
): Promise<number> {
  let newMessages = 0;
  const failed = new Set<SourceId>();
  const now = ctx.clock.now();
  const paceOf = (kind: SourceKind) => getPostPace(ctx.db, kind === 'ownPosts' ? 'own' : 'wanted', now);
  for (const { id } of toBackfillOrder(listAllOpenGaps(ctx.db), now, paceOf)) {
    const gap = listAllOpenGaps(ctx.db).find((open) => open.id === id);
    if (!gap || !isFillable(gap) || failed.has(gap.sourceId) || !mayAsk(ctx, gap.sourceId)) continue;
    const filled = await fill(ctx, account, gap, rhythm);
    newMessages += filled.added;
    if (filled.failed) failed.add(gap.sourceId);
  }
  return newMessages;
}

// Where nothing newer is known the next round reads it anyway.
const isFillable = (gap: GapRow): gap is BoundedGap => gap.beforeId !== null;

// A source whose own round has failed waits for the next one.
function mayAsk({ db, clock }: CaptureContext, id: SourceId): boolean {
  const source = getSource(db, id);
  return source.error === null && !isBlocked(source, clock.now());
}

async function fill(
  ctx: CaptureContext,
  account: Account,
  gap: BoundedGap,
  { sparesCall }: Pick<Rhythm, 'sparesCall'>,
): Promise<{ readonly added: number; readonly failed: boolean }> {
  const feed = createFeed(ctx, account, gap.sourceId);
  if (!feed) return { added: 0, failed: true };
  const startedAt = ctx.clock.now();
  const kind = toSourceKind(gap.sourceId);
  const { added, changed, ending } = await readGap(
    ctx,
    sparing(feed, () => sparesCall(kind)),
    gap,
  );
  const failed = ending.kind === 'failed';
  if (failed && ending.error.code === 'engineGone') return { added, failed };
  const threaded = inTransaction(ctx.db, () => {
    noteEnding(ctx, gap, ending, startedAt);
    if (failed) keepLimit(ctx, gap, ending.error);
    return threadMessages(ctx);
  });
  tellThreaded(ctx, { opened: threaded.opened, changed: [...new Set([...changed, ...threaded.changed])] });
  return { added, failed };
}

// X would still answer, so that nothing keeps the source from being asked for what is new.
function sparing(feed: Feed, mayCall: () => boolean): Feed {
  const outOfCalls = err<AppError>({ code: 'rateLimited', resetAt: null });
  return { ...feed, read: async (asked) => (mayCall() ? await feed.read(asked) : outOfCalls) };
}

function keepLimit(ctx: CaptureContext, { sourceId }: GapRow, error: AppError): void {
  if (error.code !== 'rateLimited' || error.resetAt === null) return;
  putSource(ctx.db, { ...getSource(ctx.db, sourceId), blockedUntil: error.resetAt });
}
