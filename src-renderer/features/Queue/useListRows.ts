import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { canLoad, useEngineQuery } from '../../engine/hooks.ts';
import { takeBack } from '../../state/returning.ts';
import { useUi } from '../../state/ui.ts';
import type { OpenList } from '../../workspace/useOpenList.ts';
import { toListOrder } from './listOrder.ts';
import { type ListSides, useListSides } from './useListSides.ts';

export interface ListRows {
  /** The ids of the loaded rows that are shown, top first: without a gap the first ones of the list, at the end the last ones. */
  readonly order: readonly string[];
  readonly waiting: readonly string[];
  readonly byId: ReadonlyMap<string, Conversation>;
  readonly isAtEnd: boolean;
  /** True before the first response. */
  readonly isLoading: boolean;
  /** Whether more rows follow the loaded ones, or at the end precede them. */
  readonly hasMore: boolean;
  /** Whether all of the list is loaded, and in its order, which follows a moment later. */
  readonly isWhole: boolean;
  /** The pages of the side that is shown. */
  readonly pages: ListSides['start'];
  readonly canLoad: boolean;
  loadMore(): void;
  /** Shows the waiting rows, and all rows in the order of the engine. */
  showWaiting(): void;
  readonly showEnd: ListSides['showEnd'];
  /** Shows the first rows where the last ones are shown and others precede them. */
  showStart(): void;
}

/** The rows of a list, whose order is frozen while somebody is reading it. */
export function useListRows(list: OpenList, scroller: RefObject<HTMLElement | null>): ListRows {
  const sides = useListSides(list);
  const selectedId = useUi((state) => state.selectedId);
  const order = useUi((state) => state.order);
  const waiting = useUi((state) => state.waitingIds);
  const isAtEnd = useUi((state) => state.isAtEnd);
  const pages = isAtEnd ? sides.end : sides.start;
  useOrder(sides, scroller);
  useRelease(sides.listed, selectedId);
  const byId = useRowData(sides.listed, selectedId, order);
  const showStart = () => {
    sides.showStart();
    useUi.getState().setList(toIds(sides.fromStart), [], false);
  };
  return {
    order,
    waiting,
    byId,
    isAtEnd,
    isLoading: pages.isPending,
    hasMore: pages.hasNextPage,
    isWhole: !pages.hasNextPage && order.length + waiting.length >= byId.size,
    pages,
    canLoad: canLoad(pages),
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
    showWaiting: showStart,
    showEnd: sides.showEnd,
    showStart: () => {
      if (isAtEnd && pages.hasNextPage) showStart();
    },
  };
}

const toIds = (rows: readonly Conversation[] | undefined) => rows?.map(({ id }) => id) ?? [];

/** Puts the rows that were read in the order in which they are shown. At the end all is the other way round. */
function useOrder(
  { wantsEnd, fromStart, fromEnd }: ListSides,
  scroller: RefObject<HTMLElement | null>,
): void {
  const setList = useUi((state) => state.setList);
  /** The first rows as they were shown last: what comes to them waits also while the end is shown. */
  const shownAtStart = useRef<readonly string[]>([]);
  const incoming = wantsEnd ? fromEnd : fromStart;
  useLayoutEffect(() => {
    if (!incoming) return;
    const turn = (ids: readonly string[]) => (wantsEnd ? ids.toReversed() : ids);
    const { order, isAtEnd, selectedId: pinned } = useUi.getState();
    const shown = isAtEnd === wantsEnd ? turn(order) : [];
    const ids = toIds(incoming);
    const known = new Set(order);
    const comesBack = takeBack(ids.filter((id) => !known.has(id)));
    const frozen = shown.length > 0 && !comesBack && isBeingRead(scroller.current, shown, pinned);
    const next = toListOrder({ shown, incoming: ids, frozen, pinned });
    if (!wantsEnd) shownAtStart.current = next.shown;
    const atStart = wantsEnd ? listNew(shownAtStart.current, toIds(fromStart)) : [];
    setList(turn(next.shown), [...new Set([...atStart, ...next.waiting])], wantsEnd);
  }, [incoming, fromStart, wantsEnd, setList, scroller]);
}

const listNew = (shown: readonly string[], incoming: readonly string[]) =>
  toListOrder({ shown, incoming, frozen: true, pinned: null }).waiting;

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
