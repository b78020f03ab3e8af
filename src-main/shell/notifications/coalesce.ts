import type { Clock } from '#shared/clock.ts';

interface DelayedTask {
  /** Runs the task after the delay, unless it is already scheduled. */
  trigger(): void;
  cancel(): void;
}

/** A task that runs once for all triggers within `delayMs` of the first. */
export function coalesce(clock: Clock, delayMs: number, run: () => Promise<void>): DelayedTask {
  let cancel: (() => void) | null = null;
  return {
    trigger: () => {
      cancel ??= clock.after(delayMs, () => {
        cancel = null;
        void run();
      });
    },
    cancel: () => {
      cancel?.();
      cancel = null;
    },
  };
}
