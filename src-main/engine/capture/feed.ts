import type { Account } from '#shared/domain/account.ts';
import type { SourceKind } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { SourceId } from '../store/sources.ts';

/** The part of the engine that capture uses. */
export type CaptureContext = Pick<
  EngineContext,
  'db' | 'dataDir' | 'clock' | 'log' | 'x' | 'xClock' | 'newId' | 'emit'
>;

/** Which part of a source to fetch: the items between two X ids. Null leaves that side open. */
export interface PageRequest {
  readonly sinceId: string | null;
  readonly untilId: string | null;
  /** How far down to read although it is known: X may show items late, after newer ones. Absent to stop at `sinceId`. */
  readonly rereadFrom?: string;
  /** Whether to read on below that while pages bring something new; false where a gap lies below. */
  readonly untilNothingLate?: boolean;
  /** Whether the page before reached `rereadFrom`, so that this one is expected to bring little. */
  readonly confirms?: boolean;
  /** Whether nothing of the source was captured before. */
  readonly isFirst?: boolean;
  /** How many items the pages before this one had. */
  readonly seen?: number;
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

/** What storing a page changed. */
export interface CapturedChange {
  /** New messages, not counting those that are only context. */
  readonly added: number;
  /** Messages that the saved search of the page had not found before. */
  readonly newHits: number;
  /** Conversations that look different now, without those of new messages. */
  readonly changed: readonly string[];
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

/** Creates the feed of a source; null if the source does not exist any more, such as a removed saved search. */
export type FeedFactory = (ctx: CaptureContext, account: Account, id: SourceId) => Feed | null;

/** The feeds of all kinds of sources. Features register theirs here, so capture imports none of them. */
export type FeedRegistry = Readonly<Record<SourceKind, FeedFactory>>;
