import type { Query, QueryClient } from '@tanstack/react-query';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import { toUsualSort } from '#shared/domain/viewOrder.ts';
import type { EngineLink } from './engineLink.ts';
import { type ListPages, patchPages } from './patchPages.ts';

/** With more changed rows than this the list is refetched as a whole. */
const maxRows = 200;

const isAboutAll: ReadonlySet<EngineEvent['name']> = new Set([
  'settings.changed',
  'account.connected',
  'account.renamed',
]);

/** The ids of conversations that these events change; null if there are too many, or if all may have changed. */
export function toChangedIds(events: readonly EngineEvent[]): readonly string[] | null {
  const ids = new Set<string>();
  for (const event of events) {
    if (isAboutAll.has(event.name)) return null;
    if (event.name !== 'conversations.opened' && event.name !== 'conversations.changed') continue;
    for (const id of event.params.ids) ids.add(id);
  }
  return ids.size > maxRows ? null : [...ids];
}

/** True for a conversation list in pages that is on the screen and has data. */
export function isShownList(query: Query): boolean {
  const [method, , kind] = query.queryKey;
  const hasPages = method === 'conversations.list' && kind === 'pages';
  return hasPages && query.state.data !== undefined && query.isActive();
}

/** Creates a function that updates a visible list by fetching only the changed rows, one list after the other. */
export function createRowRefresher(
  queries: QueryClient,
  link: EngineLink,
): (query: Query, ids: readonly string[]) => void {
  let queue = Promise.resolve();
  return (query, ids) => {
    queue = queue.then(() => refresh(queries, link, query, ids));
  };
}

async function refresh(
  queries: QueryClient,
  link: EngineLink,
  query: Query,
  ids: readonly string[],
): Promise<void> {
  const { limit: _, ...list } = query.queryKey[1] as EngineInput<'conversations.list'>;
  const sort = list.sort ?? toUsualSort(list.view);
  const updatesBefore = query.state.dataUpdateCount;
  const response = await link.call('conversations.list', { ...list, ids: [...ids] });
  // A page requested before the change must not overwrite the patched rows.
  while (query.state.fetchStatus === 'fetching') await query.promise?.catch(() => {});
  if (query.state.dataUpdateCount !== updatesBefore) return refresh(queries, link, query, ids);
  const data = query.state.data as ListPages;
  const patched = response.ok
    ? patchPages(data, { sort, fromEnd: list.fromEnd, ids, rows: response.value.items })
    : null;
  if (patched) queries.setQueryData(query.queryKey, patched);
  else void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
}
