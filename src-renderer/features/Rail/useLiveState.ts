import type { EngineOutput } from '#shared/contract/engine.ts';
import { useEngineState } from '../../engine/EngineProvider.tsx';
import type { EngineState } from '../../engine/engineLink.ts';
import { useEngineQuery } from '../../engine/hooks.ts';

/** The connection of the workspace to its engine and to X. */
export type LiveState = 'live' | 'offline' | 'paused' | 'capped' | 'signedOut' | 'restarting' | 'stopped';

/** The worst state among the engine and its sources. */
export function toLiveState(
  engine: EngineState,
  status: EngineOutput<'capture.status'> | undefined,
): LiveState {
  if (engine === 'restarting' || engine === 'stopped') return engine;
  const codes =
    status?.sources.flatMap(({ kind, error }) => {
      // A query that X rejects says nothing about the workspace; the error is shown with that search.
      const isOwnFault = kind === 'search' && error?.code === 'refusedByX';
      return error && !isOwnFault ? [error.code] : [];
    }) ?? [];
  if (codes.includes('unauthorised') || codes.includes('notConnected')) return 'signedOut';
  if (codes.some((code) => code !== 'rateLimited' && code !== 'budgetSpent')) return 'offline';
  if (codes.includes('budgetSpent')) return 'capped';
  return codes.length > 0 ? 'paused' : 'live';
}

/** The current connection state of the workspace. */
export function useLiveState(): LiveState {
  const engine = useEngineState();
  const { data } = useEngineQuery('capture.status', {});
  return toLiveState(engine, data);
}
