import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { atPointer, below, isMenuKey, type MenuPlace } from './menuPlace.ts';
import { pressedKey } from './pressedKey.ts';
import { type DrawnRows, type LoadedRows, useDrawnRows } from './useDrawnRows.ts';
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

interface Props extends LoadedRows {
  readonly label: string;
  readonly isBusy: boolean;
  readonly hasMore: boolean;
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
  const { drawn, fullHeight, before, jumpWithSide } = useDrawnRows(props);
  const isDrawn = drawn.some(({ index }) => index - before === selectedAt);
  const onListKey = useListKeys(props, jumpWithSide);
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
              position: index - before + 1 + toHidden(props),
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

/** How many rows precede the loaded ones. */
const toHidden = ({ isAtEnd = false, missing = 0 }: Props): number => (isAtEnd ? missing : 0);

/** Moves the selection. Home and End go to the real ones: the end is loaded first, unless the selection moves meanwhile. */
function useMoveBy(props: Props, jumpWithSide: DrawnRows['jumpWithSide']) {
  const { isAtEnd, hasMore, loadEnd, showStart, selectBy, selectedElement } = props;
  const hasMoreBelow = hasMore && !isAtEnd;
  const wantsEnd = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a selection that moves takes the wish back
  useEffect(() => {
    wantsEnd.current = false;
    jumpWithSide(false);
  }, [selectedElement]);
  const toEnd = () => {
    wantsEnd.current = false;
    selectBy(Number.POSITIVE_INFINITY);
  };
  useEffect(() => {
    if (wantsEnd.current && !hasMoreBelow) toEnd();
  });
  return (step: number, key: string | null, pressedAt: number) => {
    if (key === 'Home' && isAtEnd && hasMore) {
      jumpWithSide(true);
      showStart?.();
    }
    wantsEnd.current = key === 'End' && hasMoreBelow;
    if (!wantsEnd.current) return selectBy(step, pressedAt);
    jumpWithSide(true);
    void loadEnd(() => wantsEnd.current).then((isLoaded) => {
      if (!isLoaded && wantsEnd.current) toEnd();
    });
  };
}

/** The keys of every list. */
function useListKeys(props: Props, jumpWithSide: DrawnRows['jumpWithSide']) {
  const { scroller, height, picking } = props;
  const moveBy = useMoveBy(props, jumpWithSide);
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
  const { scroller, selectedAt, selectedElement, onMenu } = props;
  return {
    onMenuKey: (event: KeyboardEvent) => {
      const row = selectedElement === undefined ? null : document.getElementById(selectedElement);
      if (!onMenu || !scroller.current) return;
      event.preventDefault();
      if (selectedAt >= 0) onMenu(selectedAt, below(row ?? scroller.current));
    },
    onContextMenu: (event: MouseEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
      const index = Number(row?.getAttribute('aria-posinset')) - 1 - toHidden(props);
      if (!onMenu) return;
      event.preventDefault();
      if (index >= 0) onMenu(index, atPointer(event));
    },
  };
}
