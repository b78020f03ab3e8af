import type { Account } from '#shared/domain/account.ts';
import { ok } from '#shared/result.ts';
import { type CaptureContext, type Feed, type PageRequest, toPageEnd } from './feed.ts';
import { lookbacks } from './lookback.ts';
import { storeCaptured } from './storeCaptured.ts';
import { dmToFacts, postToFacts } from './toFacts.ts';

/** X bills every event of a page, and most polls find little that is new. */
export const SMALL_PAGE_SIZE = 20;
const PAGE_SIZE = 100;
/** Of the 15 calls that X allows per window; the rest are kept for new messages. */
const MAX_FIRST_PAGES = 10;

/**
 * Private messages, incoming and outgoing. X has no range here: every list starts at the newest message.
 * Messages of groups never get here: the X client drops them (`x/client/oneToOneDms.ts`) and only reports their ids,
 * which prove how far back a page reaches.
 */
export function dmFeed(ctx: CaptureContext, account: Account): Feed {
  return {
    lookback: lookbacks.dms,
    maxFirstPages: MAX_FIRST_PAGES,
    resumesFirstRead: true,
    supportsRange: false,
    read: async (wanted) => {
      const { token } = wanted;
      const request = { maxResults: toPageSize(wanted), ...(token === undefined ? {} : { token }) };
      const page = await ctx.x.listDms(request, { source: 'dms' });
      if (!page.ok) return page;
      const { dms, ids, users, unreadable } = page.value;
      const referenced = page.value.referenced.map((post) => postToFacts(post, account.id));
      const messages = dms.map((dm) => dmToFacts(dm, account.id));
      const change = await storeCaptured(ctx, { source: 'dms', messages, referenced, users, unreadable });
      return ok({ change, ids, ...toPageEnd(page.value) });
    },
    // X does not cut this list off by count: where it ends, X shows nothing older.
    isComplete: async () => ok(true),
  };
}

// A first read that goes back to a time reads as much again each time, so that it overshoots by no more than it has needed.
function toPageSize({ sinceId, untilId, token, confirms, isFirst, seen = 0 }: PageRequest): number {
  if (isFirst && sinceId !== null) return Math.min(Math.max(seen, SMALL_PAGE_SIZE), PAGE_SIZE);
  const isPoll = sinceId !== null && untilId === null && token === undefined;
  return isPoll || confirms ? SMALL_PAGE_SIZE : PAGE_SIZE;
}
