import { useEffect } from 'react';
import { useEngineCommand } from '../../engine/hooks.ts';
import { showCheck, useCheck } from '../../state/check.ts';

/** Returns a function that checks X and says in a toast that it does, and what came of it; one check at a time. */
export function useCheckNow(): () => Promise<void> {
  const pollNow = useEngineCommand('capture.pollNow', { quiet: true });
  // What one workspace found says nothing about the next.
  useEffect(() => () => showCheck(null), []);
  return async () => {
    if (useCheck.getState().check?.phase === 'checking') return;
    const checking = { phase: 'checking' } as const;
    showCheck(checking);
    const result = await pollNow({});
    // The workspace may have been closed meanwhile.
    if (useCheck.getState().check !== checking) return;
    const error = result.ok ? (result.value.failures[0]?.error ?? null) : result.error;
    showCheck({ phase: 'done', newMessages: result.ok ? result.value.newMessages : 0, error });
  };
}
