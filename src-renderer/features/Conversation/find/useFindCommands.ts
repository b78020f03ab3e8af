import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../commands/CommandsProvider.tsx';
import { useShownPanes } from '../../../shell/usePanes.ts';
import { useFind } from '../../../state/find.ts';
import { useUi } from '../../../state/ui.ts';

/** Registers the shortcut that opens the find bar, which in an open conversation takes the place of the search. */
export function useFindCommands(conversationId: string): void {
  const { t } = useTranslation();
  const isInSight = useShownPanes() !== 'list';
  useCommands([
    {
      id: 'find.open',
      keys: ['Mod+f'],
      label: t('find.open'),
      group: 'conversation',
      when: () => isInSight && useUi.getState().screen === 'conversations' && !isInOtherField(),
      run: () => useFind.getState().open(conversationId),
    },
  ]);
}

/** True while somebody types elsewhere, such as in the search. */
function isInOtherField(): boolean {
  const { activeElement } = document;
  return activeElement instanceof HTMLInputElement && activeElement.closest('main') === null;
}
