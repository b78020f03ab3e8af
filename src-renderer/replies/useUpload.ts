import { useStore } from 'zustand';
import { useWorkspace } from '../workspace/WorkspaceProvider.tsx';
import type { UnfinishedReply } from './unfinishedReply.ts';

/** How much of a reply's pictures X has, from 0 to 1; null while none are being uploaded. */
export function useUpload({ status, target, error }: UnfinishedReply): number | null {
  const { uploads } = useWorkspace();
  const share = useStore(uploads, (all) => (target ? all[target.outboxId] : undefined)) ?? null;
  return status.kind === 'queued' && !error ? share : null;
}
