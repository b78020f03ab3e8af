import { CSPProvider } from '@base-ui/react/csp-provider';
import { useLayoutEffect, useState } from 'react';
import { CommandsProvider } from './commands/CommandsProvider.tsx';
import type { EnginePorts } from './engine/enginePorts.ts';
import { ErrorBoundary } from './errors/ErrorBoundary.tsx';
import { BeginGate } from './features/Begin/BeginGate.tsx';
import { Frame } from './features/Frame/Frame.tsx';
import { Welcome } from './features/Welcome/Welcome.tsx';
import { LanguageProvider } from './i18n/LanguageProvider.tsx';
import { ShellProvider, useShell, useShellState } from './shell/ShellProvider.tsx';
import type { ShellClient } from './shell/shellClient.ts';
import { TooltipProvider } from './ui/Tooltip.tsx';
import { createPlaceKeeper } from './workspace/placeKeeper.ts';
import { WorkspaceProvider } from './workspace/WorkspaceProvider.tsx';
import type { Workspace } from './workspace/workspace.ts';
import { createWorkspaceOpener } from './workspace/workspaceOpener.ts';

interface Props {
  readonly ports: EnginePorts;
  readonly shell: ShellClient;
}

/** The root of the window: providers around the open workspace or the welcome screen. */
export function App({ ports, shell }: Props) {
  return (
    <ErrorBoundary>
      <ShellProvider client={shell}>
        <LanguageProvider>
          <CSPProvider disableStyleElements>
            <TooltipProvider delay={350}>
              <CommandsProvider>
                <Screen ports={ports} />
              </CommandsProvider>
            </TooltipProvider>
          </CSPProvider>
        </LanguageProvider>
      </ShellProvider>
    </ErrorBoundary>
  );
}

/** The open workspace, or the welcome screen while there is none. */
function Screen({ ports }: Pick<Props, 'ports'>) {
  const { workspace: shown } = useShellState();
  const id = 'id' in shown ? shown.id : null;
  const workspace = useOpenWorkspace(ports, id);
  if (id === null) return <Welcome workspace={shown} />;
  return (
    workspace && (
      <WorkspaceProvider workspace={workspace} key={workspace.id}>
        {shown.kind === 'readOnly' ? (
          <Frame />
        ) : (
          <BeginGate>
            <Frame />
          </BeginGate>
        )}
      </WorkspaceProvider>
    )
  );
}

/** The workspace with this id, which replaces the previous one; null until it is open. */
function useOpenWorkspace(ports: EnginePorts, id: string | null): Workspace | null {
  const shell = useShell();
  const { places } = useShellState();
  const [opener] = useState(() =>
    createWorkspaceOpener(
      ports,
      createPlaceKeeper(
        places ?? {},
        (workspaceId, place) => void shell.call('places.set', { workspaceId, place }),
      ),
    ),
  );
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  // No cleanup that closes: a port can be accepted only once, and StrictMode runs effects twice.
  useLayoutEffect(() => {
    if (id === null) opener.close();
    setWorkspace(id === null ? null : opener.open(id));
  }, [opener, id]);
  return workspace?.id === id ? workspace : null;
}
