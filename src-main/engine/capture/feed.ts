import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { CapturedChange } from './storeCaptured.ts';

/** Which part of a source is asked for: only what lies between the two ids. */
export interface Asked {
  readonly sinceId: string | null;
  readonly untilId: string | null;
  /** Leads on from the page before; absent for the first one. */
  readonly token?: string;
}

/** What X said of the pages after one. */
export interface PageEnd {
  /** Absent at the last page. */
  readonly nextToken?: string;
  /** Set where X did not say whether this is the last page. */
  readonly endUnsaid?: true;
}

/** A page that was stored. */
export interface StoredPage extends PageEnd {
  readonly change: CapturedChange;
  /** The X ids of all that it held, as far as they are known; of messages that are not kept too. */
  readonly ids: readonly string[];
}

/** What a page of X says of those after it. */
export function toEnd({ nextToken, endUnsaid }: PageEnd): PageEnd {
  return { ...(nextToken === undefined ? {} : { nextToken }), ...(endUnsaid ? { endUnsaid } : {}) };
}

/** How far back X shows a source: a number of items, a stretch of time, or neither. */
export interface Reach {
  readonly items: number | null;
  readonly ms: number | null;
}

/** One source as capture reads it: page by page, the newest first. */
export interface Feed {
  readonly reach: Reach;
  /** The first round ever reads no more than this many pages. */
  readonly firstPages: number;
  /** Whether the first reading goes on later where it stopped. Else it begins anew, and is content with its pages. */
  readonly goesOnLater: boolean;
  /**
   * Whether X tells only what lies between the two ids. Else it tells everything again, from the newest on, and the token
   * of a page is the only way to go on where a reading stopped.
   */
  readonly takesRange: boolean;
  /** Asks for a page and stores it. */
  read(asked: Asked): Promise<Result<StoredPage, AppError>>;
  /**
   * Whether all was told between the two ids, though the reading ended without coming to the older one: null, or a post that
   * may be gone. False where X has cut its list off.
   */
  toldAll(sinceId: string | null, downTo: string): Promise<Result<boolean, AppError>>;
}
