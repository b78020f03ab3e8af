import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { ListEmpty } from './ListEmpty.tsx';
import styles from './QueueList.module.css';
import { QueueRow } from './QueueRow.tsx';
import { toRowId } from './rowId.ts';
import { toListKeys } from './toListKeys.ts';
import { type ListRows, useListRows } from './useListRows.ts';
import { useReachEnd } from './useReachEnd.ts';

/** Heights of a row in pixels. */
const rowHeights = { comfortable: 64, compact: 48 } as const;

/** The conversations of a view as a listbox: one is selected, and selecting opens. */
export function QueueList({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useListRows(view, scroller);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area === 'list') scroller.current?.focus({ preventScroll: true });
  }, [focus]);
  const showNew = () => {
    rows.showWaiting();
    scroller.current?.scrollTo({ top: 0 });
  };
  useCommands([
    {
      id: 'list.showNew',
      keys: ['n'],
      label: t('commands.showNew'),
      group: 'list',
      when: () => useUi.getState().waitingIds.length > 0,
      run: showNew,
    },
  ]);
  return (
    <div className={styles.wrap}>
      <Rows view={view} rows={rows} scroller={scroller} />
      <ListEmpty view={view} rows={rows} />
    </div>
  );
}

interface RowsProps {
  readonly view: View;
  readonly rows: ListRows;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
}

function Rows({ view, rows, scroller }: RowsProps) {
  const { t } = useTranslation();
  const { density } = useShellState().settings;
  const { data: agents } = useEngineQuery('agents.list', {});
  const selectedId = useUi((state) => state.selectedId);
  const { order, byId } = rows;
  const selectedAt = selectedId === null ? -1 : order.indexOf(selectedId);
  const height = rowHeights[density];
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (index) => order[index] ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read anew when the height of rows changes
  useEffect(() => virtual.measure(), [virtual, height]);
  useEffect(() => {
    if (selectedAt >= 0) bringIntoSight(scroller.current, virtual, selectedAt * height, height);
  }, [virtual, selectedAt, height, scroller]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const { loadMore } = rows;
  useEffect(() => {
    if (lastShown >= order.length - 20) loadMore();
  }, [lastShown, order.length, loadMore]);
  const selectBy = useUi((state) => state.selectBy);
  const reachEnd = useReachEnd({
    hasMore: rows.hasMore,
    hasFailed: rows.pages.isError,
    loadMore,
    at: selectedId,
    toEnd: () => selectBy(Number.POSITIVE_INFINITY),
  });
  const onKeyDown = toListKeys(
    Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1),
    (step) => (step === Number.POSITIVE_INFINITY ? reachEnd() : selectBy(step)),
  );
  const isDrawn = items.some(({ index }) => index === selectedAt);
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t(`views.${view}`)}
      aria-activedescendant={selectedId !== null && isDrawn ? toRowId(selectedId) : undefined}
      aria-busy={rows.isFirst}
      className={styles.list}
      data-region="list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = byId.get(order[index] ?? '');
          return row ? (
            <QueueRow
              key={row.id}
              row={row}
              me={agents?.me ?? ''}
              density={density}
              isSelected={index === selectedAt}
              position={index + 1}
              size={rows.hasMore ? -1 : order.length}
              top={start}
              height={height}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

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
  else if (top + height > from + seen) list.scrollTop = top + height - seen;
}
