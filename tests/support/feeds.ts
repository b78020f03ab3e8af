import { dmFeed } from '#engine/capture/dmFeed.ts';
import type { FeedRegistry } from '#engine/capture/feed.ts';
import { mentionsFeed, ownPostsFeed } from '#engine/capture/postFeed.ts';
import { searchFeed } from '#engine/listening/searchFeed.ts';

/** The feeds that the engine registers with capture. */
export const feeds: FeedRegistry = {
  mentions: mentionsFeed,
  ownPosts: ownPostsFeed,
  dms: dmFeed,
  search: searchFeed,
};
