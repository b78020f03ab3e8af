import type { ShellMethod } from '#shared/contract/shell.ts';
import { useUi } from '../state/ui.ts';
import { useShell } from './ShellProvider.tsx';

type ChoosingMethod = Extract<
  ShellMethod,
  'files.chooseArchive' | 'files.chooseBackup' | 'files.chooseFolder'
>;

/** Returns a function that lets somebody choose a file or folder; null if that was cancelled, or failed, which a notice says. */
export function useChoosePath(method: ChoosingMethod): () => Promise<string | null> {
  const shell = useShell();
  return async () => {
    const chosen = await shell.call(method, {});
    const error = chosen.ok ? chosen.value.error : chosen.error;
    if (error) useUi.getState().notify(error);
    return chosen.ok ? (chosen.value.path ?? null) : null;
  };
}
