import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { isOnControl } from '../../commands/isOnControl.ts';
import type { Command } from '../../commands/registry.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useSetShellSettings, useShell, useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { screens } from './screens.ts';
import { views } from './views.ts';

/** Registers what can be asked for anywhere in an open workspace. */
export function useAppCommands(): void {
  useCommands([...useGoCommands(), ...useListCommands(), ...useWindowCommands(), ...useLookCommands()]);
}

function useGoCommands(): readonly Command[] {
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

function useListCommands(): readonly Command[] {
  const { t } = useTranslation();
  const ui = useUi.getState;
  const isList = () => ui().screen === 'conversations';
  const hasRows = () => isList() && ui().order.length > 0;
  const move = (step: number) => () => ui().selectBy(step);
  return [
    {
      id: 'list.next',
      keys: ['j'],
      label: t('commands.nextConversation'),
      group: 'list',
      keyOnly: true,
      when: hasRows,
      run: move(1),
    },
    {
      id: 'list.previous',
      keys: ['k'],
      label: t('commands.previousConversation'),
      group: 'list',
      keyOnly: true,
      when: hasRows,
      run: move(-1),
    },
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
      run: () => {
        ui().setPersonOver(false);
        ui().goTo('conversations');
        ui().focusOn('list');
      },
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

function useWindowCommands(): readonly Command[] {
  const { t } = useTranslation();
  const shell = useShell();
  const { settings } = useShellState();
  const setSettings = useSetShellSettings();
  const pollNow = useEngineCommand('capture.pollNow');
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
      run: () => setSettings({ railFolded: !settings.railFolded }),
    },
    {
      id: 'workspace.close',
      label: t('commands.closeWorkspace'),
      group: 'app',
      run: () => void shell.call('workspace.close', {}),
    },
  ];
}

function useLookCommands(): readonly Command[] {
  const { t } = useTranslation();
  const setSettings = useSetShellSettings();
  const look = (id: string, label: string, change: Parameters<typeof setSettings>[0]): Command => ({
    id,
    label,
    group: 'app',
    run: () => setSettings(change),
  });
  return [
    look('theme.light', t('commands.themeLight'), { theme: 'light' }),
    look('theme.dark', t('commands.themeDark'), { theme: 'dark' }),
    look('theme.system', t('commands.themeSystem'), { theme: 'system' }),
    look('density.comfortable', t('commands.densityComfortable'), { density: 'comfortable' }),
    look('density.compact', t('commands.densityCompact'), { density: 'compact' }),
  ];
}
