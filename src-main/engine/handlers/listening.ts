import { ok } from '#shared/result.ts';
import { listHitPage } from '../listening/listHitPage.ts';
import { previewSearch } from '../listening/previewSearch.ts';
import { removeSearch, saveSearch } from '../listening/saveSearch.ts';
import { takeHit } from '../listening/takeHit.ts';
import { listSavedSearches } from '../store/savedSearches.ts';
import type { Handlers } from './handlers.ts';

/** Saved searches and their hits. */
export const listeningHandlers = {
  'savedSearches.list': ({ db }) => ok({ items: listSavedSearches(db) }),
  'savedSearches.preview': (ctx, { terms }) => previewSearch(ctx, terms),
  'savedSearches.save': (ctx, search) => saveSearch(ctx, search),
  'savedSearches.remove': (ctx, { id }) => removeSearch(ctx, id),
  'listening.list': ({ db }, query) => listHitPage(db, query),
  'listening.take': (ctx, { messageId }) => takeHit(ctx, messageId),
} satisfies Partial<Handlers>;
