import { createContext, type ReactNode, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { EngineProvider } from '../engine/EngineProvider.tsx';
import { useShell, useShellEvent } from '../shell/ShellProvider.tsx';
import type { ReplyChoices } from './replyChoices.ts';
import type { Workspace } from './workspace.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

interface Props {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}

/** Provides the open workspace and its engine. */
export function WorkspaceProvider({ workspace, children }: Props) {
  const { id, link, queries } = workspace;
  useShellEvent((event) => {
    if (event.name === 'engine.stopped' && event.params.workspaceId === id)
      link.lose(event.params.restarting);
  });
  return (
    <WorkspaceContext value={workspace}>
      <EngineProvider link={link} queries={queries}>
        {children}
      </EngineProvider>
    </WorkspaceContext>
  );
}

/** The open workspace. Throws outside a WorkspaceProvider. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No WorkspaceProvider above');
  return workspace;
}

/** Selects from the reply choices; re-renders when the selection changes. */
export function useReplyChoices<T>(select: (choices: ReplyChoices) => T): T {
  return useStore(useWorkspace().replyChoices, select);
}

/** The store of reply choices, for use in callbacks. */
export function useReplyChoicesStore(): StoreApi<ReplyChoices> {
  return useWorkspace().replyChoices;
}

/** Returns a function that closes the workspace, after handing unsaved drafts to its engine. */
export function useCloseWorkspace(): () => void {
  const shell = useShell();
  const { drafts } = useWorkspace();
  return () => {
    drafts.flush();
    void shell.call('workspace.close', {});
  };
}
