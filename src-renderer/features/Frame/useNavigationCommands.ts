import type { ShortcutId } from '#shared/domain/shortcuts.ts';
import { isOnControl } from '../../commands/keys.ts';
import { type ShortcutCommand, toMoveCommands } from '../../commands/registry.ts';
import { hasOnePane } from '../../shell/usePanes.ts';
import { useFind } from '../../state/find.ts';
import { clearFilter, goToView, removeLastFilter, useListQuery } from '../../state/listQuery.ts';
import { hasPicks, usePicked } from '../../state/picked.ts';
import { useSaid } from '../../state/said.ts';
import { useUi } from '../../state/ui.ts';
import { screens } from '../../state/views.ts';
import { useShownViews } from '../../workspace/useTeam.ts';

/** The commands that go to each view and screen. */
export function useGoCommands(): readonly ShortcutCommand[] {
  const shown = useShownViews();
  const { goTo, focusOn } = useUi.getState();
  const go = (id: ShortcutId, where: () => void): ShortcutCommand => ({
    id,
    run: () => {
      where();
      focusOn('list');
    },
  });
  return [
    ...shown.map(({ view }) => go(`view.${view}`, () => goToView(view))),
    ...screens.map(({ screen }) => go(`screen.${screen}`, () => goTo(screen))),
  ];
}

/** The commands of the conversation list, and the one that focuses the search. */
export function toListCommands(): readonly ShortcutCommand[] {
  const ui = useUi.getState;
  const isList = () => ui().screen === 'conversations';
  const hasRows = () => isList() && ui().order.length > 0;
  return [
    ...toMoveCommands((step, at) => ui().selectBy(step, at), hasRows),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => isList() && ui().selectedId !== null && !isOnControl(),
      run: () => ui().focusOn('conversation'),
    },
    {
      id: 'list.focus',
      keyOnly: true,
      run: goToList,
    },
    {
      id: 'list.unpick',
      keyOnly: true,
      when: () => isList() && hasPicks(),
      run: () => usePicked.getState().clear(),
    },
    {
      id: 'search.focus',
      run: () => ui().focusOn('search'),
    },
    // After the search, whose key it takes in an open conversation.
    {
      id: 'find.open',
      when: canFind,
      run: () => {
        const { selectedId } = ui();
        if (selectedId !== null) useFind.getState().open(selectedId);
      },
    },
  ];
}

/** The commands of the filter of the conversation list. */
export function toFilterCommands(): readonly ShortcutCommand[] {
  return [
    {
      id: 'list.filter',
      when: () => useUi.getState().screen === 'conversations',
      run: openFilterMenu,
    },
    {
      id: 'list.removeFilter',
      keyOnly: true,
      when: () => isListFocused() && Object.keys(useListQuery.getState().filter).length > 0,
      run: removeLastFilter,
    },
  ];
}

/** True while a conversation is in sight, unless somebody types elsewhere, such as in the search. */
function canFind(): boolean {
  const { screen, selectedId, front } = useUi.getState();
  const { activeElement } = document;
  const isInOtherField = activeElement instanceof HTMLInputElement && activeElement.closest('main') === null;
  const isInSight = !hasOnePane() || front === 'conversation';
  return screen === 'conversations' && selectedId !== null && isInSight && !isInOtherField;
}

function openFilterMenu(): void {
  const ui = useUi.getState();
  ui.setSearchText('');
  ui.setFront('list');
  useListQuery.setState({ isMenuOpen: true });
}

const isListFocused = () => document.activeElement?.getAttribute('role') === 'listbox';

/** The way back; in the list itself, with nothing else to close, to the list without a filter. */
function goToList(): void {
  const ui = useUi.getState();
  if (ui.screen === 'conversations' && isListFocused() && ui.toast === null && !ui.personOver) {
    clearFilter();
    ui.focusOn('list');
    return;
  }
  ui.dismissToast();
  useSaid.getState().dismiss();
  ui.setPersonOver(false);
  ui.goTo('conversations');
  ui.focusOn('list');
}
