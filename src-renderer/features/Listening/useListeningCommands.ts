import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { type ShortcutCommand, toMoveCommands } from '../../commands/registry.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import type { Hits } from './useHits.ts';

/**
 * Registers the shortcuts of the Watchlist: moving, going to the post or its conversation, adding it to the queue, opening it on
 * X, closing it.
 */
export function useListeningCommands(hits: Hits): void {
  useCommands([...toListKeys(hits), ...useHitCommands(hits)]);
}

function toListKeys({ selected, selectBy, select }: Hits): readonly ShortcutCommand[] {
  return [
    ...toMoveCommands(selectBy),
    {
      id: 'list.open',
      keyOnly: true,
      when: () => selected !== null && !isOnControl(),
      run: () => {
        if (selected?.takenAs) openConversation(selected.takenAs);
        else useUi.getState().focusOn('conversation');
      },
    },
    {
      id: 'list.focus',
      keyOnly: true,
      run: () => {
        if (selected) select(null);
        else useUi.getState().goTo('conversations');
        useUi.getState().focusOn('list');
      },
    },
  ];
}

function useHitCommands({ selected }: Hits): readonly ShortcutCommand[] {
  const take = useEngineCommand('listening.take');
  const openOnX = useOpenOnX();
  return [
    {
      id: 'hit.take',
      when: () => selected !== null && selected.takenAs === null,
      run: () => {
        if (selected) void take({ messageId: selected.message.id });
      },
    },
    {
      id: 'hit.openOnX',
      when: () => selected !== null,
      run: () => {
        if (selected) openOnX.post(selected.message);
      },
    },
  ];
}
