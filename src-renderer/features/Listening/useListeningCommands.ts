import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/isOnControl.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import { useOpenOnX } from '../Conversation/message/useOpenOnX.ts';
import type { Hits } from './useHits.ts';

/** The keys of listening: j and k move, Enter goes into the open post or its conversation, t takes the open post into the queue, o opens it on X, Escape closes it. */
export function useListeningCommands(hits: Hits): void {
  const { t } = useTranslation();
  const take = useEngineCommand('listening.take');
  const openOnX = useOpenOnX();
  const { selected, selectBy, select } = hits;
  const isTaken = (selected?.takenAs ?? null) !== null;
  const move = (id: string, keys: readonly string[], label: string, step: number) => ({
    id,
    keys,
    label,
    group: 'list' as const,
    keyOnly: true,
    run: () => selectBy(step),
  });
  useCommands([
    move('list.next', ['j'], t('commands.nextHit'), 1),
    move('list.previous', ['k'], t('commands.previousHit'), -1),
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
    {
      id: 'list.open',
      keys: ['Enter'],
      label: t(isTaken ? 'listening.openConversation' : 'commands.openHit'),
      group: 'list',
      keyOnly: true,
      when: () => selected !== null && !isOnControl(),
      run: () => {
        if (selected?.takenAs) openConversation(selected.takenAs);
        else useUi.getState().focusOn('conversation');
      },
    },
    {
      id: 'hit.take',
      keys: ['t'],
      label: t('commands.takeHit'),
      group: 'conversation',
      when: () => selected !== null && !isTaken,
      run: () => {
        if (selected) void take({ messageId: selected.message.id });
      },
    },
    {
      id: 'hit.openOnX',
      keys: ['o'],
      label: t('commands.hitOnX'),
      group: 'conversation',
      when: () => selected !== null,
      run: () => {
        if (selected) openOnX.post(selected.message);
      },
    },
  ]);
}
