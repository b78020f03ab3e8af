import { useEffect, useRef } from 'react';
import { useCommandRegistry, useCommands } from '../../commands/CommandsProvider.tsx';
import { useShell, useShellEvent } from '../../shell/ShellProvider.tsx';
import type { Choice } from '../../shell/shellClient.ts';
import { goToView } from '../../state/listQuery.ts';
import { openConversation, useUi } from '../../state/ui.ts';
import { playChime } from '../../ui/playChime.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { useAccountCommands } from './useAccountCommands.ts';
import { useAgentCommands } from './useAgentCommands.ts';
import { useArchiveCommands } from './useArchiveCommands.ts';
import { useCrisisCommands } from './useCrisisCommands.ts';
import { useExportCommands } from './useExportCommands.ts';
import { useMacroCommands } from './useMacroCommands.ts';
import { toFilterCommands, toListCommands, useGoCommands } from './useNavigationCommands.ts';
import { useQuietCommands } from './useQuietCommands.ts';
import { useSavedViewCommands } from './useSavedViewCommands.ts';
import { useAppearanceCommands, useWindowCommands } from './useWindowCommands.ts';

/** Registers the commands that are available everywhere in an open workspace. */
export function useAppCommands(): void {
  useCommands([
    ...useGoCommands(),
    ...useSavedViewCommands(),
    ...useMacroCommands(),
    ...useCrisisCommands(),
    ...toListCommands(),
    ...toFilterCommands(),
    ...useWindowCommands(),
    ...useAgentCommands(),
    ...useAccountCommands(),
    ...useAppearanceCommands(),
    ...useQuietCommands(),
    ...useExportCommands(),
    ...useArchiveCommands(),
  ]);
}

/** Runs commands of the native menu, makes the sound, and goes where a notification leads that was clicked. */
export function useShellRequests(): void {
  const registry = useCommandRegistry();
  const shell = useShell();
  const { id } = useWorkspace();
  const follow = () => {
    const choice = shell.takeChoice(id);
    if (choice) goToChoice(choice);
  };
  useShellEvent((event) => {
    if (event.name === 'command.chosen') registry.run(event.params.command);
    else if (event.name === 'sound.wanted') playChime();
    else follow();
  });
  // A click may also have opened this workspace.
  const first = useRef(follow);
  useEffect(() => first.current(), []);
}

function goToChoice({ name, params }: Choice): void {
  const ui = useUi.getState();
  ui.setSearchText('');
  ui.show('none');
  if (name === 'conversation.chosen') {
    openConversation(params.id);
    return;
  }
  if (params.screen === 'connect') ui.show('connect');
  else if (params.screen === 'queue') goToView('queue');
  else ui.goTo(params.screen);
  if (params.screen !== 'connect') ui.focusOn('list');
}
