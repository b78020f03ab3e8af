import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useSetPreferences } from '../../ShellProvider.tsx';

/** How the window looks. */
export function useAppearanceCommands(): readonly Command[] {
  const { t } = useTranslation();
  const setPreferences = useSetPreferences();
  const look = (id: string, label: string, change: Parameters<typeof setPreferences>[0]): Command => ({
    id,
    label,
    group: 'app',
    run: () => setPreferences(change),
  });
  return [
    look('theme.light', t('commands.themeLight'), { theme: 'light' }),
    look('theme.dark', t('commands.themeDark'), { theme: 'dark' }),
    look('theme.system', t('commands.themeSystem'), { theme: 'system' }),
    look('density.comfortable', t('commands.densityComfortable'), { density: 'comfortable' }),
    look('density.compact', t('commands.densityCompact'), { density: 'compact' }),
  ];
}
