import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { GapRow } from '../store/gaps.ts';
import { compareXIds } from '../store/messages.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Feed, StoredPage } from './feed.ts';
import { noteFilledPage } from './fillLedger.ts';
import { foldPages, type Progress, type Reading, type Stretch } from './paging.ts';

type Page = Result<StoredPage, AppError>;

/** A gap with an upper end: something newer than it has been captured. */
export type BoundedGap = GapRow & { readonly beforeId: string };

/**
 * Fetches what a gap is missing, from its newer end to its older one; the gap shrinks with every page. If X does not
 * support a range, the read resumes at the gap's page token. It restarts at the newest page if X rejects the token, or
 * if the token's page does not prove that it adjoins what was captured.
 */
export async function readGap(ctx: CaptureContext, feed: Feed, gap: BoundedGap): Promise<Reading> {
  const range = { sinceId: gap.afterId, untilId: gap.beforeId };
  const read = (stretch: Stretch, toUpTo: (progress: Progress) => string | null) =>
    foldPages<void>(stretch, undefined, (_, progress) => {
      if (progress.oldestId === null) return;
      noteFilledPage(ctx, gap, { upTo: toUpTo(progress), downTo: progress.oldestId }, progress);
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

// The token's page was read before and adjoins the gap: if it still shows an item from the newer side, nothing is skipped.
function hasLostPlace(page: Page, { beforeId }: BoundedGap): boolean {
  if (!page.ok) return page.error.code === 'refusedByX';
  return !page.value.ids.some((id) => compareXIds(id, beforeId) >= 0);
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
