import { CSPProvider } from '@base-ui/react/csp-provider';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CommandsProvider } from './commands/CommandsProvider.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { EngineProvider } from './engine/EngineProvider.tsx';
import type { EngineLink } from './engine/engineLink.ts';
import { Frame } from './features/Frame/Frame.tsx';
import { Welcome } from './features/Welcome/Welcome.tsx';
import { LanguageProvider } from './LanguageProvider.tsx';
import { ShellProvider, useShellEvent, useShellState } from './shell/ShellProvider.tsx';
import type { ShellClient } from './shell/shellClient.ts';
import { TooltipProvider } from './ui/Tooltip.tsx';

interface Props {
  readonly link: EngineLink;
  readonly shell: ShellClient;
}

/** The whole window. */
export function App({ link, shell }: Props) {
  return (
    <ErrorBoundary>
      <EngineProvider link={link}>
        <ShellProvider client={shell}>
          <LanguageProvider>
            <CSPProvider disableStyleElements>
              <TooltipProvider delay={350}>
                <CommandsProvider>
                  <Screen link={link} />
                </CommandsProvider>
              </TooltipProvider>
            </CSPProvider>
          </LanguageProvider>
        </ShellProvider>
      </EngineProvider>
    </ErrorBoundary>
  );
}

/** The workspace once one is open, else the first screen. */
function Screen({ link }: { readonly link: EngineLink }) {
  const { workspace } = useShellState();
  useShellEvent((event) => {
    if (event.name === 'engine.stopped') link.lose(event.params.restarting);
  });
  const isOpen = workspace.kind === 'demo' || workspace.kind === 'account';
  const queries = useQueryClient();
  useEffect(() => {
    // What one workspace answered must never be seen in another.
    if (!isOpen) queries.clear();
  }, [isOpen, queries]);
  return isOpen ? <Frame /> : <Welcome workspace={workspace} />;
}
