import { useTranslation } from 'react-i18next';
import { isOnControl } from '../../commands/keys.ts';
import { type Command, toMoveCommands } from '../../commands/registry.ts';
import { useUi } from '../../state/ui.ts';
import { screens, views } from '../../state/views.ts';

/** The commands that go to each view and screen: g and a letter. */
export function useGoCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { setView, goTo, focusOn } = useUi.getState();
  const go = (id: string, key: string, place: string, where: () => void): Command => ({
    id,
    keys: [`g ${key}`],
    label: t('commands.goTo', { place }),
    group: 'go',
    run: () => {
      where();
      focusOn('list');
    },
  });
  return [
    ...views.map(({ view, key }) => go(`view.${view}`, key, t(`views.${view}`), () => setView(view))),
    ...screens.map(({ screen, key }) =>
      go(`screen.${screen}`, key, t(`${screen}.title`), () => goTo(screen)),
    ),
  ];
}

/** The commands of the conversation list, and the one that focuses the search. */
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
  ui.dismissToast();
  ui.setPersonOver(false);
  ui.goTo('conversations');
  ui.focusOn('list');
}
