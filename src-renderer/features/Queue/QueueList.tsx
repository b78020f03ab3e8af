import { useTranslation } from 'react-i18next';
import type { View } from '#shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { loadAllPages, useEngineQuery } from '../../engine/hooks.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { useUi } from '../../state/ui.ts';
import { rowHeights } from '../../ui/rowHeights.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import { QueueRow, toRowId } from './QueueRow.tsx';
import { type ListRows, useListRows } from './useListRows.ts';
import { type Picking, usePicking } from './usePicking.ts';
import { useRowMenu } from './useRowMenu.tsx';

/** The conversations of a view as a listbox; the selected one is open. */
export function QueueList({ view }: { readonly view: View }) {
  const scroller = useFocusArea<HTMLDivElement>('list');
  const rows = useListRows(view, scroller);
  const picking = usePicking(rows);
  const showNew = () => {
    rows.showWaiting();
    scroller.current?.scrollTo({ top: 0 });
  };
  useCommands([
    {
      id: 'list.showNew',
      when: () => useUi.getState().waitingIds.length > 0,
      run: showNew,
    },
  ]);
  return <Rows view={view} rows={rows} scroller={scroller} picking={picking} />;
}

interface RowsProps {
  readonly view: View;
  readonly rows: ListRows;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly picking: Picking;
}

function Rows({ view, rows, scroller, picking }: RowsProps) {
  const { t } = useTranslation();
  const { density } = useShellState().preferences;
  const { data: agents } = useEngineQuery('agents.list', {});
  const ownHandle = useEngineQuery('system.info', {}).data?.account?.handle ?? '';
  const selectedId = useUi((state) => state.selectedId);
  const selectBy = useUi((state) => state.selectBy);
  const openMenu = useRowMenu();
  const { order, byId } = rows;
  const selectedAt = selectedId === null ? -1 : order.indexOf(selectedId);
  return (
    <VirtualList
      label={t(`views.${view}`)}
      scroller={scroller}
      count={order.length}
      height={rowHeights[density]}
      toKey={(index) => order[index] ?? index}
      selectedAt={selectedAt}
      selectedElement={selectedId === null ? undefined : toRowId(selectedId)}
      isBusy={rows.isLoading}
      hasMore={rows.hasMore}
      loadMore={rows.loadMore}
      loadAll={(isWanted) => loadAllPages(rows.pages, isWanted)}
      selectBy={selectBy}
      picking={picking}
      onMenu={(index, place) => {
        const row = byId.get(order[index] ?? '');
        if (row) openMenu(row, place);
      }}
      row={(place) => {
        const row = byId.get(order[place.index] ?? '');
        if (!row) return undefined;
        const shown = { row, me: agents?.me ?? '', ownHandle, density };
        return <QueueRow key={row.id} {...shown} {...place} onPick={picking.pick} />;
      }}
    >
      <ListEmpty view={view} rows={rows} />
    </VirtualList>
  );
}
