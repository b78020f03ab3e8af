import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { atPointer, below, isMenuKey, type MenuPlace } from './menuPlace.ts';
import { pressedKey } from './pressedKey.ts';
import styles from './VirtualList.module.css';

/** The position of a row. */
export interface RowLayout {
  readonly index: number;
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
  readonly count: number;
  /** Height of a row in pixels. */
  readonly height: number;
  readonly toKey: (index: number) => string | number;
  /** The index of the selected row; -1 if none is. */
  readonly selectedAt: number;
  /** The element id of the selected row. */
  readonly selectedElement: string | undefined;
  readonly isBusy: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Loads the remaining rows while `isWanted` returns true; resolves to false if that failed. */
  readonly loadAll: (isWanted: () => boolean) => Promise<boolean>;
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
  const { label, scroller, count, height, selectedAt, isBusy, hasMore } = props;
  const { drawn, fullHeight } = useDrawnRows(props);
  const isDrawn = drawn.some(({ index }) => index === selectedAt);
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
              index,
              isSelected: index === selectedAt,
              top: start,
              height,
              size: hasMore ? -1 : count,
            }),
          )}
        </div>
      </div>
      {props.children}
    </div>
  );
}

/**
 * The visible rows and a few around them. Scrolls the selected row into view, and loads the next page before the last
 * row is reached.
 */
function useDrawnRows({ scroller, count, height, toKey, selectedAt, loadMore }: Props) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: toKey,
    // A key press moves the selection and scrolls; rendered for each apart, the rows cost twice.
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read anew when the height of rows changes
  useEffect(() => virtual.measure(), [virtual, height]);
  const seenHeight = virtual.scrollRect?.height;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that gets shorter must not hide its selected row
  useEffect(() => {
    if (selectedAt >= 0) bringIntoSight(scroller.current, virtual, selectedAt * height, height);
  }, [virtual, selectedAt, height, scroller, seenHeight]);
  const drawn = virtual.getVirtualItems();
  const lastShown = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= count - 20) loadMore();
  }, [lastShown, count, loadMore]);
  return { drawn, fullHeight: virtual.getTotalSize() };
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
 * The keys of every list. End goes to the real end: missing rows are loaded first, unless the selection moves
 * meanwhile.
 */
function useListKeys({ scroller, height, selectedAt, hasMore, loadAll, selectBy, picking }: Props) {
  const wantsEnd = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection that moves takes the wish back
  useEffect(() => {
    wantsEnd.current = false;
  }, [selectedAt]);
  const toEnd = () => {
    wantsEnd.current = false;
    selectBy(Number.POSITIVE_INFINITY);
  };
  useEffect(() => {
    if (wantsEnd.current && !hasMore) toEnd();
  });
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
    if (event.shiftKey && picking) return picking.extendBy(step, event.timeStamp);
    wantsEnd.current = key === 'End' && hasMore;
    if (!wantsEnd.current) return selectBy(step, event.timeStamp);
    void loadAll(() => wantsEnd.current).then((isWhole) => {
      if (!isWhole && wantsEnd.current) toEnd();
    });
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
function toMenuHandlers({ scroller, selectedAt, selectedElement, onMenu }: Props) {
  return {
    onMenuKey: (event: KeyboardEvent) => {
      const row = selectedElement === undefined ? null : document.getElementById(selectedElement);
      if (!onMenu || !scroller.current) return;
      event.preventDefault();
      if (selectedAt >= 0) onMenu(selectedAt, below(row ?? scroller.current));
    },
    onContextMenu: (event: MouseEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      const index = Number(row?.getAttribute('aria-posinset')) - 1;
      if (!onMenu) return;
      event.preventDefault();
      if (index >= 0) onMenu(index, atPointer(event));
    },
  };
}
