import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { CapturedChange } from './storeCaptured.ts';

/** Which part of a source to fetch: the items between two X ids. Null leaves that side open. */
export interface PageRequest {
  readonly sinceId: string | null;
  readonly untilId: string | null;
  /** `nextToken` of the page before; absent for the newest page. */
  readonly token?: string;
}

/** What X says about the pages that follow. */
export interface PageEnd {
  /** Absent on the last page. */
  readonly nextToken?: string;
  /** Set if X did not say whether this is the last page. */
  readonly endUnknown?: true;
}

/** A page that has been fetched and stored. */
export interface StoredPage extends PageEnd {
  readonly change: CapturedChange;
  /** X ids of all its items, as far as X gives them; includes items that Perch does not keep. */
  readonly ids: readonly string[];
}

/** Picks from a page of X what it says about the pages that follow. */
export function toPageEnd({ nextToken, endUnknown }: PageEnd): PageEnd {
  return { ...(nextToken === undefined ? {} : { nextToken }), ...(endUnknown ? { endUnknown } : {}) };
}

/** How far back X shows a source: the newest `items`, the last `ms` milliseconds, or everything if both are null. */
export interface Lookback {
  readonly items: number | null;
  readonly ms: number | null;
}

/** One source as capture reads it: in pages, newest first. */
export interface Feed {
  readonly lookback: Lookback;
  /** Page budget of the first read. */
  readonly maxFirstPages: number;
  /**
   * Whether the first read leaves a gap for what it did not fetch, to be resumed later. Otherwise the page budget is all
   * that it wants, and an interrupted first read starts again.
   */
  readonly resumesFirstRead: boolean;
  /**
   * Whether X can limit the list to the two ids of a request. Otherwise each read starts at the newest item, and a page
   * token is the only way to resume further down.
   */
  readonly supportsRange: boolean;
  /** Fetches a page and stores it. */
  read(request: PageRequest): Promise<Result<StoredPage, AppError>>;
  /**
   * Called when the list ended at `oldestId` without reaching `sinceId` (null, or a post that may be deleted). Returns
   * true if everything between the two was fetched, false if X has cut its list off.
   */
  isComplete(sinceId: string | null, oldestId: string): Promise<Result<boolean, AppError>>;
}
