import type { EngineParsed } from '#shared/contract/engine.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getSavedSearch, putSavedSearch, removeSavedSearch } from '../store/savedSearches.ts';
import { getSettings } from '../store/settings.ts';
import { removeSource, toSearchSource } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Adds a saved search, or changes the one with the given id. A new query is read from its beginning; turning `takesAll` on
 * concerns what is found from then on.
 */
export function saveSearch(
  ctx: EngineContext,
  { id, name, terms, takesAll }: EngineParsed<'savedSearches.save'>,
): Result<SavedSearch, AppError> {
  const query = toSearchQuery(terms, ctx.account()?.handle ?? null);
  if (!query.ok) return query;
  const saved = inTransaction(ctx.db, (): Result<SavedSearch, AppError> => {
    const before = id === undefined ? null : getSavedSearch(ctx.db, id);
    if (id !== undefined && !before) return err({ code: 'notFound', what: 'savedSearch', id });
    const { id: searchId, createdAt, hits } = before ?? toFresh(ctx);
    const search = { id: searchId, name, terms, query: query.value, takesAll, createdAt, hits };
    putSavedSearch(ctx.db, search);
    if (before && before.query !== search.query) removeSource(ctx.db, toSearchSource(searchId));
    const facts = { searchId, name, query: search.query, terms: JSON.stringify(terms), takesAll };
    recordActivity(ctx, { kind: 'searchSaved', agent: me(ctx), conversationId: null, facts });
    return ok(search);
  });
  if (saved.ok) {
    ctx.emit({ name: 'listening.changed', params: {} });
    ctx.services.pollSoon();
  }
  return saved;
}

/** Ends a saved search: it is no longer asked for; what it found stays. */
export function endSearch(ctx: EngineContext, id: string): Result<Record<string, never>, AppError> {
  const ended = inTransaction(ctx.db, (): Result<Record<string, never>, AppError> => {
    const search = getSavedSearch(ctx.db, id);
    if (!search) return err({ code: 'notFound', what: 'savedSearch', id });
    removeSavedSearch(ctx.db, id, ctx.clock.now());
    removeSource(ctx.db, toSearchSource(id));
    const facts = { searchId: id, name: search.name };
    recordActivity(ctx, { kind: 'searchRemoved', agent: me(ctx), conversationId: null, facts });
    return ok({});
  });
  if (ended.ok) ctx.emit({ name: 'listening.changed', params: {} });
  return ended;
}

const toFresh = (ctx: EngineContext) => ({ id: ctx.newId(), createdAt: ctx.clock.now(), hits: 0 });
const me = (ctx: EngineContext): string => getSettings(ctx.db).agentName;
