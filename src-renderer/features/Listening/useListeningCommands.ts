import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/keys.ts';
import { type Command, toMoveCommands } from '../../commands/registry.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useOpenOnX } from '../../shell/useOpenLink.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import type { Hits } from './useHits.ts';

/**
 * Registers the shortcuts of listening: j and k move, Enter goes to the post or its conversation, t adds it to the
 * queue, o opens it on X, Escape closes it.
 */
export function useListeningCommands(hits: Hits): void {
  useCommands([...useListKeys(hits), ...useHitCommands(hits)]);
}

function useListKeys({ selected, selectBy, select }: Hits): readonly Command[] {
  const { t } = useTranslation();
  return [
    ...toMoveCommands({
      next: t('commands.nextHit'),
      previous: t('commands.previousHit'),
      moveBy: selectBy,
    }),
    {
      id: 'list.open',
      keys: ['Enter'],
      label: t(selected?.takenAs ? 'commands.openConversation' : 'commands.openHit'),
      group: 'list',
      keyOnly: true,
      when: () => selected !== null && !isOnControl(),
      run: () => {
        if (selected?.takenAs) openConversation(selected.takenAs);
        else useUi.getState().focusOn('conversation');
      },
    },
    {
      id: 'list.focus',
      keys: ['Escape', 'u'],
      label: t('commands.backToList'),
      group: 'list',
      keyOnly: true,
      run: () => {
        if (selected) select(null);
        else useUi.getState().goTo('conversations');
        useUi.getState().focusOn('list');
      },
    },
  ];
}

function useHitCommands({ selected }: Hits): readonly Command[] {
  const { t } = useTranslation();
  const take = useEngineCommand('listening.take');
  const openOnX = useOpenOnX();
  return [
    {
      id: 'hit.take',
      keys: ['t'],
      label: t('commands.takeHit'),
      group: 'conversation',
      when: () => selected !== null && selected.takenAs === null,
      run: () => {
        if (selected) void take({ messageId: selected.message.id });
      },
    },
    {
      id: 'hit.openOnX',
      keys: ['o'],
      label: t('message.openOnX'),
      group: 'conversation',
      when: () => selected !== null,
      run: () => {
        if (selected) openOnX.post(selected.message);
      },
    },
  ];
}
