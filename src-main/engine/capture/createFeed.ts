import type { Account } from '#shared/domain/account.ts';
import { searchFeed } from '../listening/searchFeed.ts';
import type { SourceId } from '../store/sources.ts';
import type { CaptureContext } from './captureContext.ts';
import { dmFeed } from './dmFeed.ts';
import type { Feed } from './feed.ts';
import { mentionsFeed, ownPostsFeed } from './postFeed.ts';

/** How a source is read; null for one that is not there any more. */
export function createFeed(ctx: CaptureContext, account: Account, id: SourceId): Feed | null {
  switch (id) {
    case 'mentions':
      return mentionsFeed(ctx, account);
    case 'ownPosts':
      return ownPostsFeed(ctx, account);
    case 'dms':
      return dmFeed(ctx, account);
    default:
      return searchFeed(ctx, account, id.replace(/^search:/, ''));
  }
}
