import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useUi } from '../../state/ui.ts';
import { screens, views } from '../../state/views.ts';

/** The ways to every list and place: g and a letter. */
export function useGoCommands(): readonly Command[] {
  const { t } = useTranslation();
  const { setView, goTo, focusOn } = useUi.getState();
  const go = (id: string, key: string, label: string, where: () => void): Command => ({
    id,
    keys: [`g ${key}`],
    label,
    group: 'go',
    run: () => {
      where();
      focusOn('list');
    },
  });
  return [
    ...views.map(({ view, key, command }) =>
      go(`view.${view}`, key, t(`commands.${command}`), () => setView(view)),
    ),
    ...screens.map(({ screen, key, command }) =>
      go(`screen.${screen}`, key, t(`commands.${command}`), () => goTo(screen)),
    ),
  ];
}
