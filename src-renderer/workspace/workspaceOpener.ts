import type { EnginePorts } from '../engine/enginePorts.ts';
import { showImport } from '../state/importing.ts';
import { useLibrary } from '../state/library.ts';
import { useListQuery } from '../state/listQuery.ts';
import { leaveNote } from '../state/noting.ts';
import { usePicked } from '../state/picked.ts';
import { resetReport } from '../state/report.ts';
import { expectBack } from '../state/returning.ts';
import { useSaid } from '../state/said.ts';
import { useStoreTrouble } from '../state/storeTrouble.ts';
import { showTags } from '../state/tagging.ts';
import { useUi } from '../state/ui.ts';
import type { PlaceKeeper } from './placeKeeper.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Opens workspaces in the window, one at a time. */
export interface WorkspaceOpener {
  /** Returns the open workspace if it has this id; otherwise closes it and opens the other. */
  open(id: string): Workspace;
  /** Closes the open workspace, if there is one. */
  close(): void;
}

/** Creates an opener that connects each workspace to its own engine only, and shows it where it was left. */
export function createWorkspaceOpener(ports: EnginePorts, places: PlaceKeeper): WorkspaceOpener {
  const keepers = new Map<string, Pick<Workspace, 'drafts' | 'noteDrafts'>>();
  let current: Workspace | null = null;
  let unsubscribe = () => {};
  let leave = () => {};

  const close = () => {
    unsubscribe();
    leave();
    leave = () => {};
    current?.close();
    current = null;
    useUi.getState().reset();
    useStoreTrouble.getState().reset();
    usePicked.getState().clear();
    useSaid.getState().dismiss();
    expectBack([]);
    showTags(null);
    useListQuery.getState().reset();
    useLibrary.getState().reset();
    resetReport();
    showImport(null);
    leaveNote();
  };
  return {
    open: (id) => {
      if (current?.id === id) return current;
      close();
      const before = keepers.get(id);
      // Drafts that an earlier session could not save any more are saved by this one.
      const workspace = createWorkspace(id, before?.drafts.unsaved(), before?.noteDrafts.unsaved());
      keepers.set(id, workspace);
      unsubscribe = ports.subscribe(id, workspace.link.accept);
      current = workspace;
      leave = places.enter(id, workspace.link);
      return workspace;
    },
    close,
  };
}
