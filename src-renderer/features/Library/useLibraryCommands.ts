import { flushSync } from 'react-dom';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { toMoveCommands } from '../../commands/registry.ts';
import { stepBack } from '../../shell/usePanes.ts';
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
      run: () => {
        // Where only the list is shown, the form can have the focus once it is in front.
        flushSync(() => useUi.getState().setFront('conversation'));
        document.querySelector<HTMLElement>('[data-canned-title]')?.focus();
      },
    },
    {
      id: 'list.focus',
      keyOnly: true,
      run: () => {
        const { selectedId, select } = useLibrary.getState();
        stepBack(selectedId !== null, () => select(null));
      },
    },
    {
      id: 'search.focus',
      run: () => document.querySelector<HTMLElement>('[data-library-search]')?.focus(),
    },
  ]);
}
