import type { Account } from '#shared/domain/account.ts';
import { ok } from '#shared/result.ts';
import type { CaptureContext } from './captureContext.ts';
import { type Feed, toEnd } from './feed.ts';
import { reaches } from './reach.ts';
import { storeCaptured } from './storeCaptured.ts';
import { dmToFacts } from './toFacts.ts';

/** A round mostly finds little that is new, and X bills each event that it tells; who reads on wants much. */
const FIRST_PAGE_SIZE = 20;
const PAGE_SIZE = 100;
/** Of the 15 calls that X allows in a window; the others are for what comes in meanwhile. */
const FIRST_PAGES = 10;

/** Direct messages of both sides. X takes no range here: it tells everything again, from the newest on. */
export function dmFeed(ctx: CaptureContext, account: Account): Feed {
  return {
    reach: reaches.dms,
    firstPages: FIRST_PAGES,
    goesOnLater: true,
    takesRange: false,
    read: async ({ sinceId, untilId, token }) => {
      const isGlance = sinceId !== null && untilId === null && token === undefined;
      const maxResults = isGlance ? FIRST_PAGE_SIZE : PAGE_SIZE;
      const asked = { maxResults, ...(token === undefined ? {} : { token }) };
      const page = await ctx.x.listDms(asked, { source: 'dms' });
      if (!page.ok) return page;
      const { dms, ids, users, unreadable } = page.value;
      const messages = dms.map((dm) => dmToFacts(dm, account.id));
      const change = await storeCaptured(ctx, { source: 'dms', messages, referenced: [], users, unreadable });
      return ok({ change, ids, ...toEnd(page.value) });
    },
    // The end of the list is the end of what X shows.
    toldAll: async () => ok(true),
  };
}
