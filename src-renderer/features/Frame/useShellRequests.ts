import { useCommandRegistry } from '../../commands/CommandsProvider.tsx';
import { useShellEvent } from '../../shell/ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/** Does what the native menu and the notifications ask for. */
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
