import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';

/** Not yet loaded rows for which a list has room at most: a browser cannot lay out an element of any height. */
const MAX_MISSING = 200_000;

/** What of a list is loaded and selected, and how it gets more. */
export interface LoadedRows {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** The number of loaded rows. */
  readonly count: number;
  /** How many rows are yet to be loaded, as far as that is known; the list is as high as if they were there. */
  readonly missing?: number;
  /** Whether the loaded rows are the last ones of the list, and not the first ones. */
  readonly isAtEnd?: boolean;
  /** Height of a row in pixels. */
  readonly height: number;
  /** The index of the selected row; -1 if none is. */
  readonly selectedAt: number;
  /** The element id of the selected row. */
  readonly selectedElement: string | undefined;
  /** Whether the next page could be loaded now: nothing is being loaded, and the last attempt did not fail. */
  readonly canLoad: boolean;
  readonly loadMore: () => void;
  /** Loads the last row while `isWanted` returns true, so that no more rows are below; resolves to false if that failed. */
  readonly loadEnd: (isWanted: () => boolean) => Promise<boolean>;
  /** Shows the first rows where they are not shown. */
  readonly showStart?: () => void;
}

type ListVirtualizer = Virtualizer<HTMLDivElement, Element>;

interface Layout extends LoadedRows {
  /** How many rows there is room for. */
  readonly total: number;
  /** How many of them are above the loaded ones. */
  readonly before: number;
}

export interface DrawnRows {
  /** The visible rows and a few around them. */
  readonly drawn: ReturnType<ListVirtualizer['getVirtualItems']>;
  /** In pixels. */
  readonly fullHeight: number;
  readonly before: number;
  /** Has the list move to its other end if that is what is shown next; without it, it stays where it is. */
  jumpWithSide(jumps: boolean): void;
}

/** Lays out the rows, scrolls the selected one into view, and loads what the list is scrolled to before it is reached. */
export function useDrawnRows(rows: LoadedRows): DrawnRows {
  const { scroller, count, height, missing = 0, isAtEnd = false } = rows;
  const room = Math.min(missing, MAX_MISSING);
  const layout = { ...rows, total: count + room, before: isAtEnd ? room : 0 };
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: layout.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // A key press moves the selection and scrolls; rendered for each apart, the rows cost twice.
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read anew when the height of rows changes
  useEffect(() => virtual.measure(), [virtual, height]);
  const jumpWithSide = useHeldPlace(virtual, layout);
  useSelectedInSight(virtual, layout);
  const drawn = virtual.getVirtualItems();
  useLoading(layout, drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0);
  return { drawn, fullHeight: virtual.getTotalSize(), before: layout.before, jumpWithSide };
}

/**
 * Keeps the visible rows where they are: at the end of the list, rows that come or go above them move it along. Returns
 * `jumpWithSide`.
 */
function useHeldPlace(virtual: ListVirtualizer, { scroller, total, isAtEnd = false, height }: Layout) {
  const shown = useRef({ total, isAtEnd });
  const jumps = useRef(false);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => {
    const { total: was, isAtEnd: wasAtEnd } = shown.current;
    shown.current = { total, isAtEnd };
    const jumped = isAtEnd !== wasAtEnd && jumps.current;
    if (isAtEnd !== wasAtEnd) jumps.current = false;
    const moved = isAtEnd && wasAtEnd && was !== total;
    const list = scroller.current;
    if (!list || !(jumped || moved)) return;
    const held = (virtual.scrollOffset ?? 0) + (total - was) * height;
    const end = isAtEnd ? total * height : 0;
    list.scrollTop = jumped ? end : Math.max(0, held);
    // Its event comes after the next frame, which would be drawn without rows.
    virtual.scrollOffset = list.scrollTop;
    redraw();
  }, [virtual, scroller, total, isAtEnd, height]);
  return (isWanted: boolean) => {
    jumps.current = isWanted;
  };
}

/** The padding of the list above and below its rows, in pixels, as in the style sheet. */
const PADDING = 2 + 8;

/** Scrolls to the selected row when it moves, and not when the other end of the list is shown. */
function useSelectedInSight(virtual: ListVirtualizer, layout: Layout): void {
  const { scroller, count, height, selectedAt, selectedElement, before, isAtEnd = false } = layout;
  const seenHeight = virtual.scrollRect?.height;
  // At the end, rows that come above move no other.
  const anchor = isAtEnd ? selectedAt - count : selectedAt;
  const shown = useRef({ selectedElement, isAtEnd });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that gets shorter must not hide its selected row
  useEffect(() => {
    const was = shown.current;
    shown.current = { selectedElement, isAtEnd };
    const isOtherEnd = was.isAtEnd !== isAtEnd && was.selectedElement === selectedElement;
    if (selectedAt >= 0 && !isOtherEnd)
      bringIntoSight(scroller.current, virtual, (selectedAt + before) * height, height);
  }, [virtual, anchor, selectedElement, isAtEnd, height, scroller, seenHeight]);
}

// The virtualizer's own scrollToIndex reads the list's height, which forces a layout of the window on each key press.
function bringIntoSight(
  list: HTMLElement | null,
  { scrollOffset, scrollRect }: Pick<ListVirtualizer, 'scrollOffset' | 'scrollRect'>,
  top: number,
  height: number,
): void {
  const from = scrollOffset ?? 0;
  const seen = scrollRect?.height ?? 0;
  if (!list || seen === 0) return;
  if (top < from) list.scrollTop = top;
  else if (top + height + PADDING > from + seen) list.scrollTop = top + height + PADDING - seen;
}

/** So many rows before the last loaded one the next page is loaded. */
const AHEAD = 20;

/**
 * Loads the next page, or shows the other end of the list if what is visible is nearer to that. After a failure it tries again only
 * once the list moves.
 */
function useLoading(layout: Layout, firstDrawn: number, lastDrawn: number): void {
  const { scroller, count, total, before, height, isAtEnd = false, canLoad } = layout;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the functions are other ones each time
  useEffect(() => {
    if (!isBeyond(layout, firstDrawn, lastDrawn)) return;
    // The rows that are drawn follow a moment after the list has moved.
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    const first = Math.floor(scrollTop / height);
    const last = Math.ceil((scrollTop + clientHeight) / height);
    if (!isBeyond(layout, first, last)) return;
    const isNearer = isAtEnd ? before - first > last : last - count > total - first;
    if (!isNearer || total === count || count === 0) layout.loadMore();
    else if (isAtEnd) layout.showStart?.();
    else void layout.loadEnd(() => true);
  }, [scroller, firstDrawn, lastDrawn, count, total, before, height, isAtEnd, canLoad]);
}

function isBeyond({ isAtEnd, before, count }: Layout, first: number, last: number): boolean {
  return isAtEnd ? first < before + AHEAD : last >= count - AHEAD;
}
