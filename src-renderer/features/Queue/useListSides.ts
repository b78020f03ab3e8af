import { useEffect, useMemo, useRef } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEnginePages } from '../../engine/hooks.ts';
import { useUi } from '../../state/ui.ts';
import { type OpenList, REFETCH_WAITING_MS } from '../../workspace/useOpenList.ts';

const pageSize = 100;
/** Pages double in size up to the largest that the engine allows, for those who scroll far. */
const toLimit = (pages: number) => Math.min(1_000, pageSize * 2 ** (pages - 1));

type Pages = ReturnType<typeof useEnginePages<'conversations.list'>>;

/**
 * A list read from its start, and, once somebody wanted that, from its end as well. Either side is shown; events keep both current.
 *
 *     start   1 2 3 … →        shown until End is pressed
 *     end     ← … 98 99 100    shown until Home is pressed
 */
export interface ListSides {
  /** Whether the rows of the end are to be shown, and there. */
  readonly wantsEnd: boolean;
  readonly start: Pages;
  readonly end: Pages;
  /** The rows of each side as they were read: those of the end with the last one first. */
  readonly fromStart: readonly Conversation[] | undefined;
  readonly fromEnd: readonly Conversation[] | undefined;
  /** The rows of both sides. */
  readonly listed: ReadonlyMap<string, Conversation>;
  /** Reads the last rows and shows them, if that `isWanted` by then. Resolves to false if they could not be read. */
  showEnd(isWanted: () => boolean): Promise<boolean>;
  showStart(): void;
}

export function useListSides({ view, filter, sort, isFiltered }: OpenList): ListSides {
  const list = {
    view,
    ...(isFiltered ? { filter } : {}),
    ...(sort === null ? {} : { sort }),
    limit: pageSize,
  };
  const timed = filter.waitingMinutes === undefined ? {} : { refetchMs: REFETCH_WAITING_MS };
  const of = JSON.stringify(list);
  const listEnd = useUi((state) => state.listEnd);
  const isRead = listEnd?.of === of;
  const start = useEnginePages('conversations.list', list, { toLimit, ...timed });
  const end = useEnginePages(
    'conversations.list',
    { ...list, fromEnd: true },
    { toLimit, enabled: isRead, ...timed },
  );
  const fromStart = useRows(start);
  const ofEnd = useRows(end);
  const fromEnd = isRead ? ofEnd : undefined;
  const listed = useMemo(
    () => new Map([...(fromStart ?? []), ...(fromEnd ?? [])].map((row) => [row.id, row])),
    [fromStart, fromEnd],
  );
  return {
    wantsEnd: isRead && listEnd.isShown && fromEnd !== undefined,
    start,
    end,
    fromStart,
    fromEnd,
    listed,
    showEnd: useEnd(of, isRead, end),
    showStart: () => useUi.getState().setListEnd(isRead ? { of, isShown: false } : null),
  };
}

function useRows({ data }: Pages): readonly Conversation[] | undefined {
  return useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
}

interface Wish {
  readonly isWanted: () => boolean;
  readonly resolve: (isLoaded: boolean) => void;
}

/** Returns `showEnd`: the query is switched on, and what it reads is shown once it is there. */
function useEnd(of: string, isRead: boolean, end: Pages): ListSides['showEnd'] {
  const { setListEnd } = useUi.getState();
  const wish = useRef<Wish | null>(null);
  const { data, isError } = end;
  // Rows that were kept from an earlier visit to the list are read again first.
  const isReading = !isRead || (end.isFetching && !end.isFetchingNextPage);
  const settle = () => {
    if (!wish.current || isReading) return;
    const { isWanted, resolve } = wish.current;
    wish.current = null;
    if (data !== undefined && isWanted()) setListEnd({ of, isShown: true });
    resolve(data !== undefined);
  };
  useEffect(settle);
  return (isWanted) => {
    if (!isRead) setListEnd({ of, isShown: false });
    else if (isError) void end.refetch();
    return new Promise((resolve) => {
      wish.current?.resolve(true);
      wish.current = { isWanted, resolve };
      if (!isError) settle();
    });
  };
}
