import type { Clock } from '#shared/clock.ts';
import { addCrash, restartDelayMs } from '../base/restartDelay.ts';

interface CrashHandlerOptions {
  readonly clock: Clock;
  readonly reload: () => void;
  /** Asks the person, whose window is empty now, whether to try again. */
  readonly confirmReload: () => Promise<boolean>;
}

/**
 * The handler to call when the page's process has crashed. Reloads the page with the same delays as `restartDelayMs`;
 * once that gives up, asks the person, and starts over if they agree.
 */
export function createCrashHandler({
  clock,
  reload,
  confirmReload,
}: CrashHandlerOptions): () => Promise<void> {
  let crashedAt: number[] = [];
  return async () => {
    crashedAt = addCrash(crashedAt, clock.now());
    const delayMs = restartDelayMs(crashedAt);
    if (delayMs !== null) return void clock.after(delayMs, reload);
    if (!(await confirmReload())) return;
    crashedAt = [];
    reload();
  };
}
