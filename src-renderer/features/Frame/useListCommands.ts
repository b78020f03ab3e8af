import { useTranslation } from 'react-i18next';
import { isOnControl } from '../../commands/isOnControl.ts';
import type { Command } from '../../commands/registry.ts';
import { toMoveCommands } from '../../commands/toMoveCommands.ts';
import { useUi } from '../../state/ui.ts';

/** The keys of the list of conversations, and the way to the search. */
export function useListCommands(): readonly Command[] {
  const { t } = useTranslation();
  const ui = useUi.getState;
  const isList = () => ui().screen === 'conversations';
  const hasRows = () => isList() && ui().order.length > 0;
  return [
    ...toMoveCommands({
      next: t('commands.nextConversation'),
      previous: t('commands.previousConversation'),
      when: hasRows,
      moveBy: (step) => ui().selectBy(step),
    }),
    {
      id: 'list.open',
      keys: ['Enter', 'o'],
      label: t('commands.openConversation'),
      group: 'list',
      keyOnly: true,
      when: () => isList() && ui().selectedId !== null && !isOnControl(),
      run: () => ui().focusOn('conversation'),
    },
    {
      id: 'list.focus',
      keys: ['Escape', 'u'],
      label: t('commands.backToList'),
      group: 'list',
      keyOnly: true,
      run: goToList,
    },
    {
      id: 'search.focus',
      keys: ['/', 'Mod+f'],
      label: t('commands.search'),
      group: 'list',
      run: () => ui().focusOn('search'),
    },
  ];
}

function goToList(): void {
  const ui = useUi.getState();
  ui.setPersonOver(false);
  ui.goTo('conversations');
  ui.focusOn('list');
}
