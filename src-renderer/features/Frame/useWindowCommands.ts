import { useTranslation } from 'react-i18next';
import type { Command } from '../../commands/registry.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useSetPreferences, useShell, useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';

/** What concerns the whole window: the palette, the keys, the settings, a round with X. */
export function useWindowCommands(): readonly Command[] {
  const { t } = useTranslation();
  const shell = useShell();
  const { preferences } = useShellState();
  const setPreferences = useSetPreferences();
  const pollNow = useEngineCommand('capture.pollNow');
  return [
    ...useOverlayCommands(),
    {
      id: 'capture.pollNow',
      keys: ['Shift+R'],
      label: t('commands.pollNow'),
      group: 'app',
      run: () => void pollNow({}),
    },
    {
      id: 'rail.toggle',
      keys: ['['],
      label: t('commands.foldRail'),
      group: 'app',
      run: () => setPreferences({ railFolded: !preferences.railFolded }),
    },
    {
      id: 'workspace.close',
      label: t('commands.closeWorkspace'),
      group: 'app',
      run: () => void shell.call('workspace.close', {}),
    },
  ];
}

function useOverlayCommands(): readonly Command[] {
  const { t } = useTranslation();
  const show = (overlay: 'palette' | 'help' | 'settings') => () => {
    const ui = useUi.getState();
    ui.show(ui.overlay === overlay ? 'none' : overlay);
  };
  return [
    {
      id: 'palette.open',
      keys: ['Mod+k'],
      label: t('commands.palette'),
      group: 'app',
      keyOnly: true,
      run: show('palette'),
    },
    { id: 'help.open', keys: ['?'], label: t('commands.help'), group: 'app', run: show('help') },
    {
      id: 'settings.open',
      keys: ['Mod+,'],
      label: t('commands.settings'),
      group: 'app',
      run: show('settings'),
    },
  ];
}
