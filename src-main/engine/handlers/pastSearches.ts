import { MAX_PAST_SEARCHES, MAX_PINNED_SEARCHES } from '#shared/domain/pastSearch.ts';
import { err, ok } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import {
  clearPastSearches,
  countOtherPinned,
  listPastSearches,
  pinPastSearch,
  putPastSearch,
  unpinPastSearch,
} from '../store/pastSearches.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

/** Searches of the archive that are remembered. */
export const pastSearchHandlers = {
  'pastSearches.list': ({ db }) => ok({ items: listPastSearches(db) }),

  'pastSearches.add': (ctx, { text }) =>
    change(ctx, () => putPastSearch(ctx.db, text, ctx.clock.now(), MAX_PAST_SEARCHES)),

  'pastSearches.pin': (ctx, { text }) => {
    if (countOtherPinned(ctx.db, text) >= MAX_PINNED_SEARCHES) {
      return err({
        code: 'invalid',
        path: 'text',
        reason: `there are ${MAX_PINNED_SEARCHES} pinned searches`,
      });
    }
    return change(ctx, () => pinPastSearch(ctx.db, text, ctx.clock.now()));
  },

  'pastSearches.unpin': (ctx, { text }) => change(ctx, () => unpinPastSearch(ctx.db, text)),

  'pastSearches.clear': (ctx) => change(ctx, () => clearPastSearches(ctx.db)),
} satisfies Partial<Handlers>;

function change({ db, emit }: Pick<EngineContext, 'db' | 'emit'>, work: () => void) {
  inTransaction(db, work);
  emit({ name: 'pastSearches.changed', params: {} });
  return ok({});
}
