import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { compareXIds } from '../store/messages.ts';
import type { Asked, Feed, StoredPage } from './feed.ts';
import { toCertain } from './reach.ts';

/** How asking one source went. */
export interface PollOutcome {
  readonly added: number;
  readonly changed: readonly string[];
  readonly sinceId: string | null;
  readonly error: AppError | null;
}

/** What the pages so far held. */
export interface Progress {
  readonly newestId: string | null;
  readonly oldestId: string | null;
  readonly seen: number;
  /** Whether there is a page to ask for. */
  readonly more: boolean;
  /** How many pages without anything came last. */
  readonly emptyPages: number;
  /** Tells the last of these pages that held anything once more; null for the newest page. */
  readonly pageToken: string | null;
}

/**
 * How a reading ended. whole: everything between the two ids was told. shown: all that X still shows was told. cut: as
 * many pages as were wanted were told. broken: the older rest was not told.
 */
export type Ending =
  | { readonly kind: 'whole' | 'shown' | 'cut' }
  | { readonly kind: 'broken'; readonly error: AppError };

export interface Reading {
  readonly added: number;
  readonly changed: readonly string[];
  readonly ending: Ending;
}

const nothingRead: Progress = {
  newestId: null,
  oldestId: null,
  seen: 0,
  more: true,
  emptyPages: 0,
  pageToken: null,
};

/** X leaves out what nobody may see and so tells an empty page now and then; so many in a row would use up its window. */
export const MOST_EMPTY_PAGES = 10;

const circles: AppError = { code: 'xFailed', status: 200, detail: 'the pages led in circles' };
/** MOST_EMPTY_PAGES in a row held nothing. */
export const nothingHeld: AppError = { code: 'xFailed', status: 200, detail: 'the pages held nothing' };
/** X did not say whether that was all. */
export const endUnknown: AppError = { code: 'xFailed', status: 200, detail: 'the list broke off' };

/**
 * Reads a stretch from the page of `start` to its oldest, each stored as it comes; `onPage` is told after each. A head is
 * read from now on, so that what was seen counts from X's newest item.
 */
export async function readStretch(
  feed: Feed,
  start: Asked,
  maxPages: number,
  onPage: (progress: Progress) => void,
): Promise<Reading> {
  const tokens = new Set(start.token === undefined ? [] : [start.token]);
  const changed = new Set<string>();
  let added = 0;
  let asked = start;
  let progress = nothingRead;
  const end = (ending: Ending): Reading => ({ added, changed: [...changed], ending });
  while (progress.more) {
    const page = await feed.read(asked);
    if (!page.ok) return end({ kind: 'broken', error: page.error });
    added += page.value.change.added;
    for (const id of page.value.change.changed) changed.add(id);
    progress = follow(feed, progress, page.value, asked);
    onPage(progress);
    if (!progress.more) break;
    const next = toNext(page.value, tokens, progress);
    if (!next.ok) return end({ kind: 'broken', error: next.error });
    tokens.add(next.value);
    if (tokens.size >= maxPages) return end({ kind: 'cut' });
    asked = { ...start, token: next.value };
  }
  return end(await toEnding(feed, start, progress));
}

// The token that leads on, or why following the list makes no sense any more.
function toNext(
  { nextToken }: StoredPage,
  tokens: ReadonlySet<string>,
  { emptyPages }: Progress,
): Result<string, AppError> {
  if (nextToken === undefined) return err(endUnknown);
  if (tokens.has(nextToken)) return err(circles);
  return emptyPages < MOST_EMPTY_PAGES ? ok(nextToken) : err(nothingHeld);
}

function follow(feed: Feed, before: Progress, page: StoredPage, { sinceId, token }: Asked): Progress {
  const isKnown = (id: string) => sinceId !== null && compareXIds(id, sinceId) <= 0;
  // Where X ends the list itself it may tell an old item among new ones: only a page of nothing new is the end.
  const reached = feed.takesRange ? page.ids.length > 0 && page.ids.every(isKnown) : page.ids.some(isKnown);
  const more = !reached && (page.nextToken !== undefined || brokeOff(page, token));
  const isEmpty = page.ids.length === 0;
  // Such an old item says nothing of what lies between.
  const told = more ? page.ids.filter((id) => !isKnown(id)) : page.ids;
  const sorted = [...told, before.newestId, before.oldestId]
    .filter((id) => id !== null)
    .toSorted(compareXIds);
  return {
    newestId: sorted.at(-1) ?? null,
    oldestId: sorted[0] ?? null,
    seen: before.seen + page.ids.length,
    emptyPages: isEmpty ? before.emptyPages + 1 : 0,
    more,
    // An empty page could not prove that it joins on to what was captured.
    pageToken: isEmpty ? before.pageToken : (token ?? null),
  };
}

// The first page may be all there is; what begins with a page that leads on ends with one that says so.
function brokeOff({ endUnsaid, ids }: StoredPage, token: string | undefined): boolean {
  return endUnsaid === true && (token !== undefined || ids.length === 0);
}

// The end of a list that X cuts off after so many items looks like the end of what was asked for.
async function toEnding(
  feed: Feed,
  { sinceId, untilId }: Pick<Asked, 'sinceId' | 'untilId'>,
  { oldestId, seen }: Progress,
): Promise<Ending> {
  const { items, ms } = feed.reach;
  if (reachedId(sinceId, oldestId)) return { kind: 'whole' };
  if (ms !== null) return { kind: 'shown' };
  if (items === null || (untilId === null && seen < toCertain(items))) return { kind: 'whole' };
  const oldest = oldestId ?? untilId;
  if (oldest === null) return { kind: 'whole' };
  const told = await feed.toldAll(sinceId, oldest);
  if (!told.ok) return { kind: 'broken', error: told.error };
  return { kind: told.value ? 'whole' : 'shown' };
}

function reachedId(sinceId: string | null, oldestId: string | null): boolean {
  return sinceId !== null && oldestId !== null && compareXIds(oldestId, sinceId) <= 0;
}
