import { useCallback } from 'react';
import { useEngineCommand } from '../engine/hooks.ts';

/** Returns a function that lets the engine read the names of people while somebody begins to type; if it fails, the search does that. */
export function usePrepareSearch(): () => void {
  const prepare = useEngineCommand('search.prepare', { quiet: true });
  return useCallback(() => void prepare({}), [prepare]);
}
