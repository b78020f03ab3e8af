import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { compareXIds } from '../store/messages.ts';
import type { Feed, PageRequest, StoredPage } from './feed.ts';
import { toReliableCount } from './lookback.ts';

/** A run of pages, from the newest page to older ones. */
export interface Stretch {
  readonly feed: Feed;
  readonly start: PageRequest;
  /** Unlimited if absent. */
  readonly maxPages?: number;
  /** The response to `start`, if it has been fetched already. */
  readonly firstPage?: Result<StoredPage, AppError>;
}

/** How far a read has come after a page. */
export interface Progress {
  /** Newest X id seen so far; null if no page had an id. */
  readonly newestId: string | null;
  /** Oldest X id so far; every item from `newestId` down to it has been fetched. Null if no page had an id. */
  readonly oldestId: string | null;
  /** Items seen so far. */
  readonly seen: number;
  /** Whether there is another page to fetch. */
  readonly more: boolean;
  /** Whether everything down to `sinceId` was fetched, and further pages only read known items again. */
  readonly rereads: boolean;
  /** Number of empty pages in a row, up to and including this one. */
  readonly emptyPages: number;
  /** Token that fetches the last page with items again; null for the newest page. */
  readonly pageToken: string | null;
}

/**
 * How a read ended:
 * - `complete`: everything between the two ids was fetched, mostly because `sinceId` was reached;
 * - `exhausted`: X has no older items to show, although `sinceId` was not reached;
 * - `limited`: the page budget is used up;
 * - `failed`: stopped by an error, the older items were not fetched.
 */
export type Ending =
  | { readonly kind: 'complete' | 'exhausted' | 'limited' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** What a read brought. */
export interface Reading {
  /** New messages. */
  readonly added: number;
  /** Conversations that look different now. */
  readonly changed: readonly string[];
  readonly ending: Ending;
}

/** A read with the state that its last page left. */
export interface FoldedReading<S> extends Reading {
  readonly state: S;
}

/** X filters invisible posts, so pages can be empty. Stop after this many in a row to save rate limit. */
export const MAX_EMPTY_PAGES = 10;

/** A page pointed to one that was fetched before. */
const circularPages: AppError = { code: 'xFailed', status: 200, detail: 'the pages led in circles' };
/** MAX_EMPTY_PAGES in a row were empty. */
export const onlyEmptyPages: AppError = { code: 'xFailed', status: 200, detail: 'the pages held nothing' };
/** X did not say whether more pages follow. */
export const endNotGiven: AppError = { code: 'xFailed', status: 200, detail: 'the list broke off' };

const nothingRead: Progress = {
  newestId: null,
  oldestId: null,
  seen: 0,
  more: true,
  rereads: false,
  emptyPages: 0,
  pageToken: null,
};

/**
 * Fetches and stores a stretch page by page, and folds the progress of each stored page into a state. `step` runs after
 * every page, so a ledger that it writes is true even if the process dies between two pages.
 */
export async function foldPages<S>(
  { feed, start, maxPages = Number.POSITIVE_INFINITY, firstPage }: Stretch,
  initial: S,
  step: (state: S, progress: Progress) => S,
): Promise<FoldedReading<S>> {
  const tokens = new Set(start.token === undefined ? [] : [start.token]);
  const changed = new Set<string>();
  let added = 0;
  let state = initial;
  let progress = nothingRead;
  let request = start;
  let page = firstPage ?? (await feed.read(start));
  const end = (ending: Ending) => ({ added, changed: [...changed], ending, state });
  for (;;) {
    if (!page.ok) return end({ kind: 'failed', error: page.error });
    added += page.value.change.added;
    for (const id of page.value.change.changed) changed.add(id);
    progress = advance(feed, progress, page.value, request);
    state = step(state, progress);
    if (!progress.more) return end(await toEnding(feed, start, progress));
    const next = toNextToken(page.value, tokens, progress);
    if (!next.ok) return end({ kind: 'failed', error: next.error });
    tokens.add(next.value);
    if (tokens.size >= maxPages) return end({ kind: 'limited' });
    request = { ...start, token: next.value, confirms: isDeepEnough(page.value, start), seen: progress.seen };
    page = await feed.read(request);
  }
}

/** Returns the token of the next page, or why following the list would be pointless. */
function toNextToken(
  { nextToken }: StoredPage,
  tokens: ReadonlySet<string>,
  { emptyPages }: Progress,
): Result<string, AppError> {
  if (nextToken === undefined) return err(endNotGiven);
  if (tokens.has(nextToken)) return err(circularPages);
  return emptyPages < MAX_EMPTY_PAGES ? ok(nextToken) : err(onlyEmptyPages);
}

function advance(feed: Feed, before: Progress, page: StoredPage, request: PageRequest): Progress {
  const { sinceId, token } = request;
  const isKnown = (id: string) => isUpTo(id, sinceId);
  const more =
    !hasReachedEnd(feed, page, request) && (page.nextToken !== undefined || isEndMissing(page, token));
  const isEmpty = page.ids.length === 0;
  const rereads = before.rereads || (more && hasReachedKnown(feed, page, request));
  // While the list continues, such an old item does not prove that everything newer was fetched.
  const proven = more ? page.ids.filter((id) => !isKnown(id)) : page.ids;
  const sorted = [...proven, before.newestId, before.oldestId]
    .filter((id) => id !== null)
    .toSorted(compareXIds);
  return {
    newestId: sorted.at(-1) ?? null,
    oldestId: sorted[0] ?? null,
    seen: before.seen + page.ids.length,
    rereads,
    emptyPages: isEmpty ? before.emptyPages + 1 : 0,
    more,
    // An empty page could not prove later that it adjoins what was captured.
    pageToken: isEmpty ? before.pageToken : (token ?? null),
  };
}

function hasReachedEnd(
  feed: Feed,
  page: StoredPage,
  { sinceId, rereadFrom, untilNothingLate }: PageRequest,
): boolean {
  const isBelow = (id: string) => isUpTo(id, rereadFrom ?? sinceId);
  // A list with a range may show an old item among new ones, so only a page of nothing but such items ends it.
  if (feed.supportsRange) return page.ids.length > 0 && page.ids.every(isBelow);
  // What X lists late, behind known items, shows that there may be more of it below.
  const newer = page.ids.filter((id) => !isUpTo(id, sinceId)).length;
  const mayBringMore = untilNothingLate === true && page.change.added > newer;
  return !mayBringMore && page.ids.some(isBelow);
}

// Where a read goes on after this, it reads known items again.
function hasReachedKnown(feed: Feed, { ids }: StoredPage, { sinceId }: PageRequest): boolean {
  const isKnown = (id: string) => isUpTo(id, sinceId);
  return feed.supportsRange ? ids.length > 0 && ids.every(isKnown) : ids.some(isKnown);
}

const isUpTo = (id: string, limit: string | null): boolean => limit !== null && compareXIds(id, limit) <= 0;

const isDeepEnough = ({ ids }: StoredPage, { rereadFrom }: PageRequest): boolean =>
  rereadFrom !== undefined && ids.some((id) => isUpTo(id, rereadFrom));

// A single page with items may be the complete list. A list of several pages says on its last page that it ends.
function isEndMissing({ endUnknown, ids }: StoredPage, token: string | undefined): boolean {
  return endUnknown === true && (token !== undefined || ids.length === 0);
}

// X cuts some lists off after a number of items, which looks the same as the end of the requested range.
async function toEnding(
  feed: Feed,
  { sinceId, untilId }: Pick<PageRequest, 'sinceId' | 'untilId'>,
  { oldestId, seen }: Progress,
): Promise<Ending> {
  const { items, ms } = feed.lookback;
  if (sinceId !== null && oldestId !== null && compareXIds(oldestId, sinceId) <= 0) {
    return { kind: 'complete' };
  }
  if (ms !== null) return { kind: 'exhausted' };
  if (items === null || (untilId === null && seen < toReliableCount(items))) return { kind: 'complete' };
  const oldest = oldestId ?? untilId;
  if (oldest === null) return { kind: 'complete' };
  const isComplete = await feed.isComplete(sinceId, oldest);
  if (!isComplete.ok) return { kind: 'failed', error: isComplete.error };
  return { kind: isComplete.value ? 'complete' : 'exhausted' };
}
