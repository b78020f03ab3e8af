import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { toMoveCommands } from '../../commands/registry.ts';
import { useLibrary } from '../../state/library.ts';
import { useUi } from '../../state/ui.ts';
import type { LibraryItems } from './useLibraryItems.ts';

/** Registers the shortcuts of the library: moving, going to the form of the selected one, closing it, searching. */
export function useLibraryCommands({ selectBy, selectedAt }: LibraryItems): void {
  useCommands([
    ...toMoveCommands(selectBy),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => selectedAt >= 0 && !isOnControl(),
      run: () => document.querySelector<HTMLElement>('[data-canned-title]')?.focus(),
    },
    {
      id: 'list.focus',
      keyOnly: true,
      run: () => {
        const { selectedId, select } = useLibrary.getState();
        if (selectedId !== null) select(null);
        else useUi.getState().goTo('conversations');
        useUi.getState().focusOn('list');
      },
    },
    {
      id: 'search.focus',
      run: () => document.querySelector<HTMLElement>('[data-library-search]')?.focus(),
    },
  ]);
}
