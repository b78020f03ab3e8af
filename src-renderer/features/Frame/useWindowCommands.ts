import { useTranslation } from 'react-i18next';
import type { CommandInput, ShortcutCommand } from '../../commands/registry.ts';
import { useSetPreferences, useShell, useShellState } from '../../shell/ShellProvider.tsx';
import { useIsReadOnly } from '../../shell/useIsReadOnly.ts';
import { hasOnePane } from '../../shell/usePanes.ts';
import { useUi } from '../../state/ui.ts';
import { useCloseWorkspace, useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { useCheckNow } from './useCheckNow.ts';

/** The commands of the window: palette, help, settings, polling, rail, closing the workspace. */
export function useWindowCommands(): readonly CommandInput[] {
  const { t } = useTranslation();
  const { preferences } = useShellState();
  const setPreferences = useSetPreferences();
  const closeWorkspace = useCloseWorkspace();
  const openToRead = useOpenToRead();
  const isReadOnly = useIsReadOnly();
  const checkNow = useCheckNow();
  return [
    ...toOverlayCommands(),
    {
      id: 'capture.pollNow',
      run: () => void checkNow(),
    },
    {
      id: 'rail.toggle',
      when: () => !hasOnePane(),
      run: () => setPreferences({ railFolded: !preferences.railFolded }),
    },
    {
      id: 'bulk.resolveOlder',
      label: t('bulk.older.command'),
      group: 'list',
      run: () => useUi.getState().show('resolveOlder'),
    },
    {
      id: 'workspace.close',
      label: t(isReadOnly ? 'review.close' : 'commands.closeWorkspace'),
      group: 'app',
      run: closeWorkspace,
    },
    {
      id: 'network.open',
      label: t('network.title'),
      group: 'app',
      run: () => useUi.getState().show('network'),
    },
    { id: 'workspace.openToRead', label: t('review.open'), group: 'app', run: openToRead },
  ];
}

/** Returns what lets somebody choose a file to read; the workspace is closed only once one is chosen. */
function useOpenToRead(): () => void {
  const shell = useShell();
  const { drafts } = useWorkspace();
  return async () => {
    drafts.flush();
    const result = await shell.call('workspace.openToRead', {});
    if (!result.ok) useUi.getState().notify(result.error);
  };
}

function toOverlayCommands(): readonly ShortcutCommand[] {
  const show = (overlay: 'palette' | 'help' | 'settings') => () => {
    const ui = useUi.getState();
    ui.show(ui.overlay === overlay ? 'none' : overlay);
  };
  return [
    {
      id: 'palette.open',
      keyOnly: true,
      run: show('palette'),
    },
    { id: 'help.open', run: show('help') },
    {
      id: 'settings.open',
      run: show('settings'),
    },
  ];
}

/** The commands that change the appearance. */
export function useAppearanceCommands(): readonly CommandInput[] {
  const { t } = useTranslation();
  const setSettings = useSetPreferences();
  const toCommand = (id: string, label: string, change: Parameters<typeof setSettings>[0]): CommandInput => ({
    id,
    label,
    group: 'app',
    run: () => setSettings(change),
  });
  return [
    toCommand('theme.light', t('commands.themeLight'), { theme: 'light' }),
    toCommand('theme.dark', t('commands.themeDark'), { theme: 'dark' }),
    toCommand('theme.system', t('commands.themeSystem'), { theme: 'system' }),
    toCommand('density.comfortable', t('commands.densityComfortable'), { density: 'comfortable' }),
    toCommand('density.compact', t('commands.densityCompact'), { density: 'compact' }),
  ];
}
