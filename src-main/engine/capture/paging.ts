import type { AppError } from '../../../shared/errors.ts';
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
  /** Tells the last of these pages once more; null for the newest page. */
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

const circles: AppError = { code: 'xFailed', status: 200, detail: 'the pages led in circles' };

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
  let progress: Progress = { newestId: null, oldestId: null, seen: 0, more: true, pageToken: null };
  const end = (ending: Ending): Reading => ({ added, changed: [...changed], ending });
  while (progress.more) {
    const page = await feed.read(asked);
    if (!page.ok) return end({ kind: 'broken', error: page.error });
    added += page.value.change.added;
    for (const id of page.value.change.changed) changed.add(id);
    progress = follow(progress, page.value, asked);
    onPage(progress);
    const { nextToken } = page.value;
    if (!progress.more || nextToken === undefined) break;
    if (tokens.has(nextToken)) return end({ kind: 'broken', error: circles });
    tokens.add(nextToken);
    if (tokens.size >= maxPages) return end({ kind: 'cut' });
    asked = { ...start, token: nextToken };
  }
  return end(await toEnding(feed, start, progress));
}

function follow(before: Progress, page: StoredPage, { sinceId, token }: Asked): Progress {
  const ids = [...page.ids, ...[before.newestId, before.oldestId].filter((id) => id !== null)];
  const sorted = ids.toSorted(compareXIds);
  const reached = sinceId !== null && page.ids.some((id) => compareXIds(id, sinceId) <= 0);
  return {
    newestId: sorted.at(-1) ?? null,
    oldestId: sorted[0] ?? null,
    seen: before.seen + page.ids.length,
    more: page.nextToken !== undefined && !reached,
    pageToken: token ?? null,
  };
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
