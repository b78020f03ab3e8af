import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { listCommands, useCommandsAhead } from '../../commands/useCommandsAhead.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { useShellState } from '../../shell/ShellProvider.tsx';
import { useFocusArea } from '../../state/focus.ts';
import { useUi } from '../../state/ui.ts';
import { rowHeights } from '../../ui/rowHeights.ts';
import { toShownName } from '../../ui/shownName.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { useCountedTime } from '../../workspace/useCountedTime.ts';
import { type OpenList, useOpenCount } from '../../workspace/useOpenList.ts';
import { useOwnHandle } from '../../workspace/useOwnHandle.ts';
import { useIsTeam } from '../../workspace/useTeam.ts';
import { ListEmpty } from './ListEmpty.tsx';
import { QueueRow, toRowId } from './QueueRow.tsx';
import { type ListRows, useListRows } from './useListRows.ts';
import { type Picking, usePicking } from './usePicking.ts';
import { useRowMenu } from './useRowMenu.tsx';

/** The conversations of a list as a listbox; the selected one is open. */
export function QueueList({ list }: { readonly list: OpenList }) {
  const scroller = useFocusArea<HTMLDivElement>('list');
  const rows = useListRows(list, scroller);
  const picking = usePicking(rows);
  useCommandsAhead(listCommands, () => rows.isLoading);
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
  return <Rows list={list} rows={rows} scroller={scroller} picking={picking} />;
}

interface RowsProps {
  readonly list: OpenList;
  readonly rows: ListRows;
  readonly scroller: React.RefObject<HTMLDivElement | null>;
  readonly picking: Picking;
}

function Rows({ list, rows, scroller, picking }: RowsProps) {
  const { t } = useTranslation();
  const selectedId = useUi((state) => state.selectedId);
  const selectBy = useUi((state) => state.selectBy);
  const shown = useRowProps();
  const { order, byId } = rows;
  const openMenu = useRowMenu(byId);
  const missing = useMissing(rows);
  const selectedAt = selectedId === null ? -1 : order.indexOf(selectedId);
  return (
    <VirtualList
      label={list.saved ? toShownName(list.saved.name) : t(`views.${list.view}`)}
      scroller={scroller}
      count={order.length}
      height={rowHeights[shown.density]}
      missing={missing}
      isAtEnd={rows.isAtEnd}
      selectedAt={selectedAt}
      selectedElement={selectedId === null ? undefined : toRowId(selectedId)}
      isBusy={rows.isLoading}
      hasMore={rows.hasMore}
      canLoad={rows.canLoad}
      loadMore={rows.loadMore}
      loadEnd={rows.showEnd}
      showStart={rows.showStart}
      selectBy={selectBy}
      picking={picking}
      onMenu={(index, place) => {
        const row = byId.get(order[index] ?? '');
        if (row) openMenu(row, place);
      }}
      row={(place) => {
        const row = byId.get(order[place.index] ?? '');
        return row && <QueueRow key={row.id} row={row} {...shown} {...place} onPick={picking.pick} />;
      }}
    >
      <ListEmpty list={list} rows={rows} />
    </VirtualList>
  );
}

/** How many rows are yet to be loaded. */
function useMissing({ isWhole, order }: ListRows): number {
  const total = useOpenCount() ?? 0;
  return isWhole ? 0 : Math.max(0, total - order.length);
}

/** What all rows have in common. */
function useRowProps() {
  const { density } = useShellState().preferences;
  const me = useEngineQuery('agents.list', {}).data?.me ?? '';
  const ownHandle = useOwnHandle();
  return { density, me, ownHandle, isTeam: useIsTeam(), counted: useCountedTime() };
}
