import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { atPointer, below, isMenuKey, type MenuPlace } from './menuPlace.ts';
import { pressedKey } from './pressedKey.ts';
import styles from './VirtualList.module.css';

/** The position of a row. */
export interface RowLayout {
  /** Among the loaded rows. */
  readonly index: number;
  /** Among all rows, from 1 on. */
  readonly position: number;
  readonly isSelected: boolean;
  /** Distance from the top of the list, in pixels. */
  readonly top: number;
  /** In pixels. */
  readonly height: number;
  /** The number of rows; -1 if unknown. */
  readonly size: number;
}

interface Props {
  readonly label: string;
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
  readonly isBusy: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Loads the last row while `isWanted` returns true, so that no more rows are below; resolves to false if that failed. */
  readonly loadEnd: (isWanted: () => boolean) => Promise<boolean>;
  /** Shows the first rows where they are not shown. */
  readonly showStart?: () => void;
  /** Moves the selection; `at` is when the key was pressed. */
  readonly selectBy: (step: number, at?: number) => void;
  /** Picks rows for actions on many at once; without it only one can be selected. */
  readonly picking?: {
    readonly extendBy: (step: number, at: number) => void;
    readonly toggleSelected: () => void;
  };
  /** Opens the menu of a row; without it rows have none. */
  readonly onMenu?: (index: number, place: MenuPlace) => void;
  readonly row: (place: RowLayout) => ReactNode;
  /** Rendered over the list, such as why it is empty. */
  readonly children?: ReactNode;
}

/** A virtualised listbox. The list itself has the focus, and its keys move the selection. */
export function VirtualList(props: Props) {
  const { label, scroller, count, height, selectedAt, isBusy, hasMore, missing = 0 } = props;
  const { drawn, fullHeight, before } = useDrawnRows(props);
  const isDrawn = drawn.some(({ index }) => index - before === selectedAt);
  const onListKey = useListKeys(props);
  const { onMenuKey, onContextMenu } = toMenuHandlers(props);
  return (
    <div className={styles.wrap}>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={isDrawn ? props.selectedElement : undefined}
        aria-busy={isBusy}
        aria-multiselectable={props.picking ? true : undefined}
        className={styles.list}
        onKeyDown={(event) => (isMenuKey(event) ? onMenuKey(event) : onListKey(event))}
        onContextMenu={onContextMenu}
      >
        <div role="presentation" className={styles.canvas} style={{ height: fullHeight }}>
          {drawn.map(({ index, start }) =>
            props.row({
              index: index - before,
              position: index + 1,
              isSelected: index - before === selectedAt,
              top: start,
              height,
              size: hasMore && missing === 0 ? -1 : count + missing,
            }),
          )}
        </div>
      </div>
      {props.children}
    </div>
  );
}

/**
 * The visible rows and a few around them; `before` of all are above the loaded ones. Scrolls the selected row into view, and loads the
 * next page before the last loaded row is reached.
 */
function useDrawnRows(props: Props) {
  const { scroller, count, height, selectedAt, loadMore, missing = 0, isAtEnd = false } = props;
  const virtual = useVirtualizer({
    count: count + missing,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // A key press moves the selection and scrolls; rendered for each apart, the rows cost twice.
    useFlushSync: false,
  });
  const before = isAtEnd ? missing : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read anew when the height of rows changes
  useEffect(() => virtual.measure(), [virtual, height]);
  useHeldEnd(virtual, props);
  const seenHeight = virtual.scrollRect?.height;
  // At the end, rows that come above move no other.
  const anchor = isAtEnd ? selectedAt - count : selectedAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that gets shorter must not hide its selected row
  useEffect(() => {
    if (selectedAt >= 0) bringIntoSight(scroller.current, virtual, (selectedAt + before) * height, height);
  }, [virtual, anchor, isAtEnd, height, scroller, seenHeight]);
  const drawn = virtual.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn moves with the list, which says where it is
  useEffect(() => {
    const isNear = isAtEnd ? first < before + 20 : last >= count - 20;
    if (!isNear) return;
    // The rows that are drawn follow a moment after the list has moved to its other end.
    const { scrollTop = 0, clientHeight = 0 } = scroller.current ?? {};
    const bottom = scrollTop + clientHeight;
    if (isAtEnd ? scrollTop < (before + 20) * height : bottom > (count - 28) * height) loadMore();
  }, [scroller, isAtEnd, before, first, last, count, height, loadMore]);
  return { drawn, fullHeight: virtual.getTotalSize(), before };
}

/** Moves the list to the end that it shows. While that is the last one, rows that come or go above what is visible do not move it. */
function useHeldEnd(
  virtual: { readonly scrollOffset: number | null },
  { scroller, count, missing = 0, isAtEnd = false, height }: Props,
): void {
  const total = count + missing;
  const shown = useRef({ total, isAtEnd });
  useLayoutEffect(() => {
    const { total: was, isAtEnd: wasAtEnd } = shown.current;
    shown.current = { total, isAtEnd };
    if (!scroller.current) return;
    if (isAtEnd !== wasAtEnd) scroller.current.scrollTop = isAtEnd ? total * height : 0;
    else if (isAtEnd && was !== total)
      scroller.current.scrollTop = (virtual.scrollOffset ?? 0) + (total - was) * height;
  }, [virtual, scroller, total, isAtEnd, height]);
}

/** The padding of the list above and below its rows, in pixels, as in the style sheet. */
const PADDING = 2 + 8;

// The virtualizer's own scrollToIndex reads the list's height, which forces a layout of the window on each key press.
function bringIntoSight(
  list: HTMLElement | null,
  {
    scrollOffset,
    scrollRect,
  }: { readonly scrollOffset: number | null; readonly scrollRect: { readonly height: number } | null },
  top: number,
  height: number,
): void {
  const from = scrollOffset ?? 0;
  const seen = scrollRect?.height ?? 0;
  if (!list || seen === 0) return;
  if (top < from) list.scrollTop = top;
  else if (top + height + PADDING > from + seen) list.scrollTop = top + height + PADDING - seen;
}

/**
 * The keys of every list. Home and End go to the real ones: the end is loaded first, unless the selection moves
 * meanwhile.
 */
function useListKeys({ scroller, height, isAtEnd, hasMore, loadEnd, showStart, selectBy, ...props }: Props) {
  const { picking, selectedElement } = props;
  const hasMoreBelow = hasMore && !isAtEnd;
  const wantsEnd = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection that moves takes the wish back
  useEffect(() => {
    wantsEnd.current = false;
  }, [selectedElement]);
  const toEnd = () => {
    wantsEnd.current = false;
    selectBy(Number.POSITIVE_INFINITY);
  };
  useEffect(() => {
    if (wantsEnd.current && !hasMoreBelow) toEnd();
  });
  const moveBy = (step: number, key: string | null, pressedAt: number) => {
    if (key === 'Home') showStart?.();
    wantsEnd.current = key === 'End' && hasMoreBelow;
    if (!wantsEnd.current) return selectBy(step, pressedAt);
    void loadEnd(() => wantsEnd.current).then((isLoaded) => {
      if (!isLoaded && wantsEnd.current) toEnd();
    });
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1);
    const key = pressedKey(event);
    const step = toStep(key, page);
    if (key === ' ' && picking) {
      event.preventDefault();
      picking.toggleSelected();
    }
    if (step === null) return;
    event.preventDefault();
    if (event.shiftKey && picking) picking.extendBy(step, event.timeStamp);
    else moveBy(step, key, event.timeStamp);
  };
}

/** How many rows a key moves, where `page` rows fit into the list; null for other keys. */
function toStep(key: string | null, page: number): number | null {
  const steps = new Map([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', Number.NEGATIVE_INFINITY],
    ['End', Number.POSITIVE_INFINITY],
  ]);
  return steps.get(key ?? '') ?? null;
}

/** What opens the menu of a row: a right click on it, or a key for the selected one. */
function toMenuHandlers(props: Props) {
  const { scroller, selectedAt, selectedElement, onMenu, isAtEnd = false, missing = 0 } = props;
  return {
    onMenuKey: (event: KeyboardEvent) => {
      const row = selectedElement === undefined ? null : document.getElementById(selectedElement);
      if (!onMenu || !scroller.current) return;
      event.preventDefault();
      if (selectedAt >= 0) onMenu(selectedAt, below(row ?? scroller.current));
    },
    onContextMenu: (event: MouseEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      const index = Number(row?.getAttribute('aria-posinset')) - 1 - (isAtEnd ? missing : 0);
      if (!onMenu) return;
      event.preventDefault();
      if (index >= 0) onMenu(index, atPointer(event));
    },
  };
}
