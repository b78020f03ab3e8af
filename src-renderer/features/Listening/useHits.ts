import { useMemo, useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import type { HitFilter } from '#shared/domain/hitFilter.ts';
import type { SavedSearch } from '#shared/domain/savedSearch.ts';
import { useEnginePages } from '../../engine/hooks.ts';
import { stepWithin } from '../../state/moving.ts';
import { toShownName } from '../../ui/shownName.ts';

/** A post that a saved search found, and the conversation it became, if any. */
export type Hit = EngineOutput<'listening.list'>['items'][number];

const pageSize = 100;

/** The hits of one saved search or of all, newest first, and the selected one. */
export interface Hits {
  readonly items: readonly Hit[];
  readonly selected: Hit | null;
  readonly selectedAt: number;
  readonly hasMore: boolean;
  readonly pages: ReturnType<typeof useEnginePages<'listening.list'>>;
  /** Whether hidden ones are listed too. */
  readonly withHidden: boolean;
  showHidden(shows: boolean): void;
  /** What the listed ones have in common. */
  readonly filter: HitFilter;
  setFilter(filter: HitFilter): void;
  select(messageId: string | null): void;
  /** Selects the one after this hit, at the end of the list the one before, if this one is still selected; none that leaves the list with it. */
  moveOn(hit: Hit, leaves?: (other: Hit) => boolean): void;
  /** Moves the selection by `step` rows, staying inside the list. */
  selectBy(step: number): void;
  loadMore(): void;
}

/** Fetches hits page by page. */
export function useHits(searchId: string | null): Hits {
  const [withHidden, showHidden] = useState(false);
  const [filter, setFilter] = useState<HitFilter>({});
  const [selectedId, select] = useState<string | null>(null);
  const pages = useEnginePages('listening.list', {
    limit: pageSize,
    withHidden,
    filter,
    ...(searchId === null ? {} : { searchId }),
  });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  const selectedAt = items.findIndex(({ message }) => message.id === selectedId);
  return {
    items,
    selected: items[selectedAt] ?? null,
    selectedAt,
    hasMore: pages.hasNextPage,
    pages,
    withHidden,
    showHidden,
    filter,
    setFilter,
    select,
    moveOn: ({ message: { id } }, leaves = () => false) => {
      const at = items.findIndex(({ message }) => message.id === id);
      const stays = (hit: Hit) => !leaves(hit);
      const next = items.slice(at + 1).find(stays) ?? items.slice(0, Math.max(at, 0)).findLast(stays);
      select((now) => (now === id ? (next?.message.id ?? id) : now));
    },
    selectBy: (step) => {
      select(items[stepWithin(items.length, selectedAt, step)]?.message.id ?? null);
    },
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
  };
}

/**
 * The names of the searches that found a hit, each truncated to `cap`, joined; empty if none of them exists any more.
 */
export function toSearchNames(
  { searchIds }: Pick<Hit, 'searchIds'>,
  searches: readonly SavedSearch[],
  language: string,
  cap?: number,
): string {
  const names = searches.filter(({ id }) => searchIds.includes(id)).map(({ name }) => toShownName(name, cap));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
