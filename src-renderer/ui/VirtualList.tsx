import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './VirtualList.module.css';

/** Where a row is drawn. */
export interface RowLayout {
  readonly index: number;
  readonly isSelected: boolean;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Pixels. */
  readonly height: number;
  /** How many rows there are; -1 while nobody knows. */
  readonly size: number;
}

interface Props {
  readonly label: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly count: number;
  /** Height of a row in pixels. */
  readonly height: number;
  readonly toKey: (index: number) => string | number;
  /** Index of the selected row; -1 while none is. */
  readonly selectedAt: number;
  /** The id of the selected row's element. */
  readonly selectedElement: string | undefined;
  readonly isBusy: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  /** Loads all that is left, as long as it is wanted; false where that failed. */
  readonly loadAll: (isWanted: () => boolean) => Promise<boolean>;
  readonly selectBy: (step: number) => void;
  readonly row: (place: RowLayout) => ReactNode;
  /** What stands over the list, such as why it is empty. */
  readonly children?: ReactNode;
}

/** A listbox of any length that draws only what is seen: it has the focus, and its keys move the selection. */
export function VirtualList(props: Props) {
  const { label, scroller, count, height, selectedAt, isBusy, hasMore } = props;
  const { drawn, fullHeight } = useDrawnRows(props);
  const isDrawn = drawn.some(({ index }) => index === selectedAt);
  return (
    <div className={styles.wrap}>
      <div
        ref={scroller}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={isDrawn ? props.selectedElement : undefined}
        aria-busy={isBusy}
        className={styles.list}
        onKeyDown={useListKeys(props)}
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

/** The rows in sight and a few around them; the selected one comes into sight, and the next page before the last row. */
function useDrawnRows({ scroller, count, height, toKey, selectedAt, loadMore }: Props) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: toKey,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read anew when the height of rows changes
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    if (selectedAt >= 0) bringIntoSight(scroller.current, virtual, selectedAt * height, height);
  }, [virtual, selectedAt, height, scroller]);
  const drawn = virtual.getVirtualItems();
  const lastShown = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= count - 20) loadMore();
  }, [lastShown, count, loadMore]);
  return { drawn, fullHeight: virtual.getTotalSize() };
}

/** Pixels of the list above its first row and under its last one, as in the style sheet. */
const PADDING = 2 + 8;

// The virtualizer's own way reads the height of the list again, for which the browser lays out the whole window at each key.
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
 * The keys that every list knows. The end is the true one: what is not loaded yet is loaded first, unless the selection
 * moves meanwhile.
 */
function useListKeys({ scroller, height, selectedAt, hasMore, loadAll, selectBy }: Props) {
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
    const step = toStep(event.key, page);
    if (step === null) return;
    event.preventDefault();
    wantsEnd.current = event.key === 'End' && hasMore;
    if (!wantsEnd.current) return selectBy(step);
    void loadAll(() => wantsEnd.current).then((isWhole) => {
      if (!isWhole && wantsEnd.current) toEnd();
    });
  };
}

/** How far a key moves; `page` is how many rows fit. Null where it is no key of a list. */
function toStep(key: string, page: number): number | null {
  const steps = new Map([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', page],
    ['PageUp', -page],
    ['Home', Number.NEGATIVE_INFINITY],
    ['End', Number.POSITIVE_INFINITY],
  ]);
  return steps.get(key) ?? null;
}
