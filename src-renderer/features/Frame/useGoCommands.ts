import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useUi } from '../../state/ui.ts';
import { screens } from './screens.ts';
import { views } from './views.ts';

/** The ways to every list and place: g and a letter. */
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
