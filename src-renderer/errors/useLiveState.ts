import type { EngineOutput } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineState } from '../engine/EngineProvider.tsx';
import type { EngineState } from '../engine/engineLink.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { useStoreTrouble } from '../state/storeTrouble.ts';
import { isDiskFull } from './errorName.ts';

type CaptureStatus = EngineOutput<'capture.status'>;

/** The connection of the workspace to its engine and to X. */
export type LiveState =
  | 'live'
  | 'offline'
  | 'troubled'
  | 'refused'
  | 'noCredits'
  | 'paused'
  | 'capped'
  | 'signedOut'
  | 'damaged'
  | 'diskFull'
  | 'readOnly'
  | 'restarting'
  | 'stopped';

/** The worst state among the engine and its sources. */
export function toLiveState(
  engine: EngineState,
  status: CaptureStatus | undefined,
  trouble: AppError | null = null,
): LiveState {
  if (engine === 'restarting' || engine === 'stopped') return engine;
  const error = toLiveError(status, trouble);
  return error ? toState(error) : 'live';
}

/** The error behind that state; null if there is none. */
function toLiveError(status: CaptureStatus | undefined, trouble: AppError | null): AppError | null {
  const ofSources =
    status?.sources.flatMap(({ kind, error }) => {
      // A query that X rejects says nothing about the workspace; the error is shown with that search.
      const isOwnFault = kind === 'search' && error?.code === 'refusedByX';
      return error && !isOwnFault ? [error] : [];
    }) ?? [];
  // What a call or the system said last is newer than how each source was polled last.
  const reached = status?.isReached ?? null;
  const known = reached === null ? ofSources : ofSources.filter(({ code }) => code !== 'offline');
  const all = [...(trouble ? [trouble] : []), ...(reached === false ? [unreached] : []), ...known];
  const toRank = (error: AppError) => severities.indexOf(toState(error));
  return all.toSorted((one, other) => toRank(one) - toRank(other))[0] ?? null;
}

const unreached: AppError = { code: 'offline' };

/** The worst first. */
const severities: readonly LiveState[] = [
  'readOnly',
  'damaged',
  'diskFull',
  'signedOut',
  'noCredits',
  'refused',
  'offline',
  'troubled',
  'capped',
  'paused',
];

function toState(error: AppError): LiveState {
  switch (error.code) {
    case 'readOnly':
      return 'readOnly';
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
    case 'storeChecking':
      return 'paused';
    case 'offline':
      return 'offline';
    default:
      return 'troubled';
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

/** The error that explains the current connection state; null if none does. Whoever says why X cannot be read says this. */
export function useLiveError(): AppError | null {
  const { data } = useEngineQuery('capture.status', {});
  const trouble = useStoreTrouble((state) => state.error);
  return toLiveError(data, trouble);
}
