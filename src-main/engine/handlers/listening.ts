import { ok } from '#shared/result.ts';
import { blockAuthor } from '../listening/blockAuthor.ts';
import { listHitPage } from '../listening/listHitPage.ts';
import { hideHit, markHitsRead } from '../listening/markHits.ts';
import { previewSearch } from '../listening/previewSearch.ts';
import { removeSearch, saveSearch } from '../listening/saveSearch.ts';
import { dismissSpike } from '../listening/spikes/dismissSpike.ts';
import { takeHit } from '../listening/takeHit.ts';
import { listThemes } from '../listening/themes/listThemes.ts';
import { listBlockedAuthors } from '../store/blockedAuthors.ts';
import { countHits } from '../store/hitMarks.ts';
import { listSavedSearches } from '../store/savedSearches.ts';
import { listSpikes } from '../store/spikes.ts';
import type { Handlers } from './handlers.ts';

/** Saved searches and their hits. */
export const listeningHandlers = {
  'savedSearches.list': ({ db }) => ok({ items: listSavedSearches(db) }),
  'savedSearches.preview': (ctx, { terms }) => previewSearch(ctx, terms),
  'savedSearches.save': (ctx, search) => saveSearch(ctx, search),
  'savedSearches.remove': (ctx, { id }) => removeSearch(ctx, id),
  'listening.list': ({ db }, query) => listHitPage(db, query),
  'listening.themes': (ctx, query) => listThemes(ctx, query),
  'listening.counts': ({ db }) => ok(countHits(db)),
  'listening.markRead': (ctx, hits) => markHitsRead(ctx, hits),
  'listening.hide': (ctx, hit) => hideHit(ctx, hit),
  'listening.block': (ctx, author) => blockAuthor(ctx, author),
  'listening.blocked': ({ db }) => ok({ items: listBlockedAuthors(db) }),
  'listening.take': (ctx, { messageId }) => takeHit(ctx, messageId),
  'spikes.list': ({ db }, { limit }) => ok({ items: listSpikes(db, limit) }),
  'spikes.dismiss': (ctx, { id }) => dismissSpike(ctx, id),
} satisfies Partial<Handlers>;
