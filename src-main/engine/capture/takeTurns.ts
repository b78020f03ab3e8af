import type { AppError } from '#shared/errors.ts';
import { err } from '#shared/result.ts';
import type { Round } from './round.ts';

/** Rounds, of which only one is under way at a time. */
export interface Turns {
  readonly isRunning: () => boolean;
  /** Begins a round of what is due; only while none is under way. */
  runDue(): Promise<Round>;
  /** A round of everything; callers that come during a round share the next one. */
  runAll(): Promise<Round>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<unknown>;
}

/** Lets `round` be done one at a time, and not at all once `stopped`. */
export function takeTurns(round: (all: boolean) => Promise<Round>, stopped: () => boolean): Turns {
  let running: Promise<Round> | null = null;
  let following: Promise<Round> | null = null;
  const run = (all: boolean): Promise<Round> => {
    running = round(all).finally(() => {
      running = null;
    });
    return running;
  };
  const runNext = (): Promise<Round> => {
    following = null;
    return stopped() ? Promise.resolve(gone) : run(true);
  };
  return {
    isRunning: () => running !== null,
    runDue: () => run(false),
    runAll: () => {
      if (stopped()) return Promise.resolve(gone);
      if (!following && !running) return run(true);
      following ??= Promise.resolve(running).then(runNext, runNext);
      return following;
    },
    settled: () => Promise.allSettled([running, following]),
  };
}

const gone = err<AppError>({ code: 'engineGone' });
