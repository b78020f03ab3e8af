import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEnginePages, useEngineQuery } from '../../engine/hooks.ts';
import { takeBack } from '../../state/returning.ts';
import { useUi } from '../../state/ui.ts';
import { type OpenList, REFETCH_WAITING_MS } from '../../workspace/useOpenList.ts';
import { toListOrder } from './listOrder.ts';

const pageSize = 100;
/** Pages double in size up to the largest that the engine allows, for those who scroll far down. */
const toLimit = (pages: number) => Math.min(1_000, pageSize * 2 ** (pages - 1));

export interface ListRows {
  readonly order: readonly string[];
  readonly waiting: readonly string[];
  readonly byId: ReadonlyMap<string, Conversation>;
  /** True before the first response. */
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  loadMore(): void;
  /** Shows the waiting rows, and all rows in the order of the engine. */
  showWaiting(): void;
  readonly pages: ReturnType<typeof useEnginePages<'conversations.list'>>;
}

/** The rows of a list, whose order is frozen while somebody is reading it. */
export function useListRows(
  { view, filter, sort, isFiltered }: OpenList,
  scroller: RefObject<HTMLElement | null>,
): ListRows {
  const list = { view, ...(isFiltered ? { filter } : {}), ...(sort === null ? {} : { sort }) };
  const timed = filter.waitingMinutes === undefined ? {} : { refetchMs: REFETCH_WAITING_MS };
  const pages = useEnginePages('conversations.list', { ...list, limit: pageSize }, { toLimit, ...timed });
  const selectedId = useUi((state) => state.selectedId);
  const order = useUi((state) => state.order);
  const waiting = useUi((state) => state.waitingIds);
  const setList = useUi((state) => state.setList);
  const incoming = useMemo(() => pages.data?.pages.flatMap((page) => page.items), [pages.data]);

  useLayoutEffect(() => {
    if (!incoming) return;
    const { order: shown, selectedId: pinned } = useUi.getState();
    const ids = incoming.map(({ id }) => id);
    const known = new Set(shown);
    const comesBack = takeBack(ids.filter((id) => !known.has(id)));
    const frozen = shown.length > 0 && !comesBack && isBeingRead(scroller.current, shown, pinned);
    const next = toListOrder({ shown, incoming: ids, frozen, pinned });
    setList(next.shown, next.waiting);
  }, [incoming, setList, scroller]);

  const listed = useMemo(() => new Map(incoming?.map((row) => [row.id, row])), [incoming]);
  useRelease(listed, selectedId);
  const byId = useRowData(listed, selectedId, order);
  return {
    order,
    waiting,
    byId,
    isLoading: pages.isPending,
    hasMore: pages.hasNextPage,
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
    showWaiting: () => setList(incoming?.map(({ id }) => id) ?? [], []),
    pages,
  };
}

/** Removes a row that has left the view once it is no longer selected. */
function useRelease(listed: ReadonlyMap<string, Conversation>, selectedId: string | null): void {
  const selectedBefore = useRef<string | null>(null);
  useEffect(() => {
    const before = selectedBefore.current;
    selectedBefore.current = selectedId;
    if (before === null || before === selectedId || listed.has(before)) return;
    const { order, waitingIds, setList } = useUi.getState();
    const left = order.filter((id) => id !== before);
    if (left.length < order.length) setList(left, waitingIds);
  }, [listed, selectedId]);
}

/** The latest data of each row, including a selected row that has left the view. */
function useRowData(
  listed: ReadonlyMap<string, Conversation>,
  selectedId: string | null,
  order: readonly string[],
): ReadonlyMap<string, Conversation> {
  const before = useRef<ReadonlyMap<string, Conversation>>(new Map());
  const hasLeft = selectedId !== null && order.includes(selectedId) && !listed.has(selectedId);
  const { data } = useEngineQuery(
    'conversations.get',
    { id: selectedId ?? '-', limit: 1 },
    { enabled: hasLeft },
  );
  const rows = useMemo(() => {
    if (!hasLeft || selectedId === null) return listed;
    const last = data?.conversation ?? before.current.get(selectedId);
    return last ? new Map([...listed, [selectedId, last]]) : listed;
  }, [data, hasLeft, listed, selectedId]);
  useEffect(() => {
    before.current = rows;
  }, [rows]);
  return rows;
}

/** True if moving rows would disturb: one is selected, the list is scrolled, or the pointer is over it. */
function isBeingRead(
  scroller: HTMLElement | null,
  shown: readonly string[],
  selectedId: string | null,
): boolean {
  if (selectedId !== null && shown.includes(selectedId)) return true;
  return scroller !== null && (scroller.scrollTop > 8 || scroller.matches(':hover'));
}
