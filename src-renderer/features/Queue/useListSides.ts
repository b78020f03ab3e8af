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
  readonly isAtEnd: boolean;
  /** The pages of the side that is shown. */
  readonly pages: Pages;
  /** The rows of the side that is shown, as they were read: at the end the last one first. */
  readonly incoming: readonly Conversation[] | undefined;
  readonly fromStart: readonly Conversation[] | undefined;
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
  const isAtEnd = isRead && listEnd.isShown && end.data !== undefined;
  const fromStart = useRows(start);
  const ofEnd = useRows(end);
  const fromEnd = isRead ? ofEnd : undefined;
  const listed = useMemo(
    () => new Map([...(fromStart ?? []), ...(fromEnd ?? [])].map((row) => [row.id, row])),
    [fromStart, fromEnd],
  );
  return {
    isAtEnd,
    pages: isAtEnd ? end : start,
    incoming: isAtEnd ? fromEnd : fromStart,
    fromStart,
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
  const wish = useRef<Wish | null>(null);
  useEffect(() => {
    if (!wish.current || !isRead || end.isPending) return;
    const { isWanted, resolve } = wish.current;
    wish.current = null;
    if (end.data !== undefined && isWanted()) useUi.getState().setListEnd({ of, isShown: true });
    resolve(end.data !== undefined);
  });
  return (isWanted) => {
    const { listEnd, setListEnd } = useUi.getState();
    if (isRead && end.isError) void end.refetch();
    return new Promise((resolve) => {
      wish.current = { isWanted, resolve };
      setListEnd({ of, isShown: listEnd?.of === of && listEnd.isShown });
    });
  };
}
