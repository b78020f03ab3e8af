import type { WorkspaceState } from '../../../shared/contract/shell.ts';

/** What stands before a workspace is open. */
export function Welcome({ workspace }: { readonly workspace: WorkspaceState }) {
  return <main data-workspace={workspace.kind} />;
}
