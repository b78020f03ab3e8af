import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineState } from '../../engine/EngineProvider.tsx';
import type { EngineState } from '../../engine/engineLink.ts';
import { useEngineQuery } from '../../engine/hooks.ts';
import { isDiskFull } from '../../errors/errorText.ts';
import { useStoreTrouble } from '../../state/storeTrouble.ts';

/** The connection of the workspace to its engine and to X. */
export type LiveState =
  | 'live'
  | 'offline'
  | 'refused'
  | 'noCredits'
  | 'paused'
  | 'capped'
  | 'signedOut'
  | 'damaged'
  | 'diskFull'
  | 'restarting'
  | 'stopped';

/** The worst state among the engine and its sources. */
export function toLiveState(
  engine: EngineState,
  status: EngineOutput<'capture.status'> | undefined,
  trouble: AppError | null = null,
): LiveState {
  if (engine === 'restarting' || engine === 'stopped') return engine;
  const ofSources =
    status?.sources.flatMap(({ kind, error }) => {
      // A query that X rejects says nothing about the workspace; the error is shown with that search.
      const isOwnFault = kind === 'search' && error?.code === 'refusedByX';
      return error && !isOwnFault ? [error] : [];
    }) ?? [];
  // What a call or the system said last is newer than how each source was polled last.
  const reached = status?.isReached ?? null;
  const known = reached === null ? ofSources : ofSources.filter(({ code }) => code !== 'offline');
  const worst = [...(trouble ? [trouble] : []), ...(reached === false ? [unreached] : []), ...known]
    .map(toState)
    .toSorted((a, b) => severities.indexOf(a) - severities.indexOf(b))[0];
  return worst ?? 'live';
}

const unreached: AppError = { code: 'offline' };

/** The worst first. */
const severities: readonly LiveState[] = [
  'damaged',
  'diskFull',
  'signedOut',
  'noCredits',
  'refused',
  'offline',
  'capped',
  'paused',
];

function toState(error: AppError): LiveState {
  switch (error.code) {
    case 'storeUnwritable':
      return isDiskFull(error) ? 'diskFull' : 'damaged';
    case 'storeCorrupt':
    case 'storeMissing':
      return 'damaged';
    case 'unauthorised':
    case 'notConnected':
      return 'signedOut';
    case 'outOfCredits':
      return 'noCredits';
    case 'refusedByX':
    case 'wrongAccount':
      return 'refused';
    case 'budgetSpent':
      return 'capped';
    case 'rateLimited':
      return 'paused';
    default:
      return 'offline';
  }
}

/** Why nothing can be stored; null while everything is. */
export function useStoreError(): AppError | null {
  const { data } = useEngineQuery('capture.status', {});
  const trouble = useStoreTrouble((state) => state.error);
  const errors = data?.sources.flatMap(({ error }) => error ?? []) ?? [];
  return errors.find((error) => ['damaged', 'diskFull'].includes(toState(error))) ?? trouble;
}

/** The current connection state of the workspace. */
export function useLiveState(): LiveState {
  const engine = useEngineState();
  const { data } = useEngineQuery('capture.status', {});
  const trouble = useStoreTrouble((state) => state.error);
  return toLiveState(engine, data, trouble);
}
