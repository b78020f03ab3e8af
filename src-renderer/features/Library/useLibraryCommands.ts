import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { toMoveCommands } from '../../commands/registry.ts';
import { stepBack } from '../../shell/usePanes.ts';
import { enterCanned, useLibrary } from '../../state/library.ts';
import type { LibraryItems } from './useLibraryItems.ts';

/** Registers the shortcuts of the library: moving, going to the form of the selected one, closing it, searching. */
export function useLibraryCommands({ items, selectBy, selectedAt }: LibraryItems): void {
  useCommands([
    ...toMoveCommands(selectBy),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => selectedAt >= 0 && !isOnControl(),
      run: () => {
        const selected = items[selectedAt];
        if (selected) enterCanned(selected.id);
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
