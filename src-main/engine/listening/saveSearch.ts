import type { EngineParsed } from '#shared/contract/engine.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { toSearchQuery } from '#shared/domain/searchQuery.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getSavedSearch, putSavedSearch, removeSavedSearch } from '../store/savedSearches.ts';
import { deleteSource, toSearchSource } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';

/**
 * Inserts a saved search, or updates the one with the given id. A changed query is read from the beginning; `takesAll`
 * applies to what is found from then on. Fails with `notFound`, and with `invalid` or `queryTooLong` for terms that make
 * no query.
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
    const { id: searchId, createdAt, hits } = before ?? newSearch(ctx);
    const search = { id: searchId, name, terms, query: query.value, takesAll, createdAt, hits };
    putSavedSearch(ctx.db, search);
    if (before && before.query !== search.query) deleteSource(ctx.db, toSearchSource(searchId));
    const facts = { searchId, name, query: search.query, terms: JSON.stringify(terms), takesAll };
    recordActivity(ctx, { kind: 'searchSaved', agent: getAgent(ctx), conversationId: null, facts });
    return ok(search);
  });
  if (saved.ok) {
    ctx.emit({ name: 'listening.changed', params: {} });
    ctx.services.pollSoon();
  }
  return saved;
}

/** Removes a saved search: it is not polled any more, its hits stay. Fails with `notFound`. */
export function removeSearch(ctx: EngineContext, id: string): Result<Record<string, never>, AppError> {
  const removed = inTransaction(ctx.db, (): Result<Record<string, never>, AppError> => {
    const search = getSavedSearch(ctx.db, id);
    if (!search) return err({ code: 'notFound', what: 'savedSearch', id });
    removeSavedSearch(ctx.db, id, ctx.clock.now());
    deleteSource(ctx.db, toSearchSource(id));
    const facts = { searchId: id, name: search.name };
    recordActivity(ctx, { kind: 'searchRemoved', agent: getAgent(ctx), conversationId: null, facts });
    return ok({});
  });
  if (removed.ok) ctx.emit({ name: 'listening.changed', params: {} });
  return removed;
}

const newSearch = (ctx: EngineContext) => ({ id: ctx.newId(), createdAt: ctx.clock.now(), hits: 0 });
const getAgent = (ctx: EngineContext): string => getCurrentAgent(ctx.db).id;
