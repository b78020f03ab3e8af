import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { GapRow } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Asked, Feed, StoredPage } from './feed.ts';
import { noteFilledPage } from './fillLedger.ts';
import { type Progress, type Reading, readStretch } from './paging.ts';

type Page = Result<StoredPage, AppError>;

/** A gap that something newer than it was captured of, so that it has an upper end. */
export type FillableGap = GapRow & { readonly beforeId: string };

/**
 * Reads what a gap is missing, from its newer end to its older one, and makes it smaller page by page. Where X takes no
 * range the reading goes on where the last one stopped; it begins at the newest page where X does not know that place any
 * more, or where nothing proves that the place joins on to what was captured.
 */
export async function readGap(ctx: CaptureContext, feed: Feed, gap: FillableGap): Promise<Reading> {
  const range = { sinceId: gap.afterId, untilId: gap.beforeId };
  const read = (from: Feed, start: Asked, toUpTo: (progress: Progress) => string | null) =>
    readStretch(from, start, Number.POSITIVE_INFINITY, (progress) => {
      if (progress.oldestId === null) return;
      noteFilledPage(ctx, gap, { upTo: toUpTo(progress), downTo: progress.oldestId }, progress);
    });
  if (feed.takesRange) return read(feed, range, () => gap.beforeId);
  if (gap.pageToken === null) return read(feed, range, () => null);
  const start = { ...range, token: gap.pageToken };
  const page = await feed.read(start);
  if (isAstray(page, gap)) return withChange(page, await read(feed, range, () => null));
  return read(beginningWith(page, feed), start, (progress) => progress.newestId);
}

// The page was read before, up to the gap: as long as it tells something from there, nothing was passed over.
function isAstray(page: Page, { beforeId }: FillableGap): boolean {
  if (!page.ok) return page.error.code === 'refusedByX';
  return !page.value.ids.some((id) => compareXIds(id, beforeId) >= 0);
}

function beginningWith(page: Page, feed: Feed): Feed {
  let isRead = false;
  const read: Feed['read'] = async (asked) => {
    if (isRead) return await feed.read(asked);
    isRead = true;
    return page;
  };
  return { ...feed, read };
}

function withChange(page: Page, reading: Reading): Reading {
  if (!page.ok) return reading;
  const { added, changed } = page.value.change;
  return {
    ...reading,
    added: reading.added + added,
    changed: [...new Set([...changed, ...reading.changed])],
  };
}
