import { useMemo, useState } from 'react';
import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEnginePages } from '../../engine/hooks.ts';
import { stepWithin } from '../../state/stepWithin.ts';

/** A post that a saved search found, and as which conversation it was taken. */
export type Hit = EngineOutput<'listening.list'>['items'][number];

const pageSize = 100;

/** The hits of one saved search or of all, the newest first, and which of them is open. */
export interface Hits {
  readonly items: readonly Hit[];
  readonly selected: Hit | null;
  readonly selectedAt: number;
  readonly hasMore: boolean;
  readonly pages: ReturnType<typeof useEnginePages<'listening.list'>>;
  select(messageId: string | null): void;
  /** Moves the selection along the list, staying inside it. */
  selectBy(step: number): void;
  loadMore(): void;
}

/** Reads hits page by page. */
export function useHits(searchId: string | null): Hits {
  const [selectedId, select] = useState<string | null>(null);
  const pages = useEnginePages('listening.list', {
    limit: pageSize,
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
    select,
    selectBy: (step) => {
      select(items[stepWithin(items.length, selectedAt, step)]?.message.id ?? null);
    },
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
  };
}
