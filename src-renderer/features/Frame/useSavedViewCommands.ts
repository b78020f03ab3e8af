import { useTranslation } from 'react-i18next';
import { shortcutOf } from '#shared/domain/shortcuts.ts';
import type { Command } from '../../commands/registry.ts';
import { goToSavedView } from '../../state/listQuery.ts';
import { useUi } from '../../state/ui.ts';
import { toShownName } from '../../ui/shownName.ts';
import { useSavedViews } from '../../workspace/useOpenList.ts';

/** The commands that open each saved view, and the ones that save and manage them. */
export function useSavedViewCommands(): readonly Command[] {
  const { t } = useTranslation();
  const views = useSavedViews();
  const show = (overlay: 'saveView' | 'views') => () => useUi.getState().show(overlay);
  return [
    ...views.map((saved, index): Command => {
      // The first views have a shortcut each.
      const keys = shortcutOf('view.saved').keys.slice(index, index + 1);
      return {
        id: `savedView:${saved.id}`,
        ...(keys.length > 0 ? { keys } : {}),
        label: t('commands.goTo', { place: toShownName(saved.name) }),
        group: 'go',
        run: () => {
          goToSavedView(saved);
          useUi.getState().focusOn('list');
        },
      };
    }),
    {
      id: 'views.save',
      label: t('lists.saveAs'),
      group: 'list',
      when: () => useUi.getState().screen === 'conversations',
      run: show('saveView'),
    },
    {
      id: 'views.manage',
      label: t('lists.manage'),
      group: 'list',
      when: () => views.length > 0,
      run: show('views'),
    },
  ];
}
