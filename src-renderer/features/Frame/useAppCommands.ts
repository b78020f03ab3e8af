import { useCommandRegistry, useCommands } from '../../commands/CommandsProvider.tsx';
import { useShellEvent } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';
import { useGoCommands, useListCommands } from './useNavigationCommands.ts';
import { useAppearanceCommands, useWindowCommands } from './useWindowCommands.ts';

/** Registers the commands that are available everywhere in an open workspace. */
export function useAppCommands(): void {
  useCommands([...useGoCommands(), ...useListCommands(), ...useWindowCommands(), ...useAppearanceCommands()]);
}

/** Runs commands of the native menu, and opens the conversation of a notification that was clicked. */
export function useShellRequests(): void {
  const registry = useCommandRegistry();
  const workspace = useWorkspace();
  useShellEvent((event) => {
    if (event.name === 'command.chosen') registry.run(event.params.command);
    if (event.name !== 'conversation.chosen' || event.params.workspaceId !== workspace.id) return;
    const ui = useUi.getState();
    ui.setSearchText('');
    ui.show('none');
    ui.select(event.params.id);
    ui.focusOn('conversation');
  });
}
