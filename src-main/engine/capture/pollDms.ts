import type { Account } from '../../../shared/domain/account.ts';
import { compareXIds } from '../store/messages.ts';
import type { XDm } from '../x/xClient.ts';
import type { CaptureContext } from './captureContext.ts';
import { Paging, type PollOutcome } from './paging.ts';
import { storeCaptured } from './storeCaptured.ts';
import { dmToFacts } from './toFacts.ts';

/** The first round reads all that X still has; later ones are small, since X bills each event that it tells. */
const FIRST_PAGE_SIZE = 100;
const PAGE_SIZE = 20;

/**
 * Captures all direct messages after `sinceId`. X knows no such limit here and tells them newest first, so pages are
 * read until one reaches back to it. Only a round that got there moves it on; that Perch has stored some message is no
 * sign that those before it were captured.
 */
export async function pollDms(
  ctx: CaptureContext,
  account: Account,
  sinceId: string | null,
): Promise<PollOutcome> {
  const paging = new Paging(sinceId);
  const maxResults = sinceId === null ? FIRST_PAGE_SIZE : PAGE_SIZE;
  while (paging.more) {
    const page = await ctx.x.listDms({ maxResults, ...paging.token });
    if (!page.ok) return paging.failed(page.error);
    const { dms, users, unreadable, nextToken } = page.value;
    const messages = dms.map((dm) => dmToFacts(dm, account.id));
    const change = await storeCaptured(ctx, { source: 'dms', messages, referenced: [], users, unreadable });
    paging.stored(change, newestOf(dms), nextToken);
    if (sinceId !== null && dms.some((dm) => compareXIds(dm.id, sinceId) <= 0)) paging.stop();
  }
  return paging.done();
}

function newestOf(dms: readonly XDm[]): string | null {
  return (
    dms
      .map((dm) => dm.id)
      .toSorted(compareXIds)
      .at(-1) ?? null
  );
}
