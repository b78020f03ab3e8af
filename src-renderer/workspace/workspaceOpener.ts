import type { EnginePorts } from '../engine/enginePorts.ts';
import { useUi } from '../state/ui.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Opens workspaces in the window, one at a time. */
export interface WorkspaceOpener {
  /** The workspace with this id: the open one, else a new one in its place. */
  open(id: string): Workspace;
  /** Closes what is open, if anything is. */
  close(): void;
}

/** An opener that gives each workspace the ports to its own engine, and no other. */
export function createWorkspaceOpener(ports: EnginePorts): WorkspaceOpener {
  const keepers = new Map<string, DraftKeeper>();
  let current: Workspace | null = null;
  let unsubscribe = () => {};

  const close = () => {
    unsubscribe();
    current?.close();
    current = null;
    useUi.getState().reset();
  };
  return {
    open: (id) => {
      if (current?.id === id) return current;
      close();
      // What an earlier stay could not hand to its engine any more is saved by this one.
      const workspace = createWorkspace(id, keepers.get(id)?.unsaved());
      keepers.set(id, workspace.drafts);
      unsubscribe = ports.subscribe(id, workspace.link.accept);
      current = workspace;
      return workspace;
    },
    close,
  };
}
