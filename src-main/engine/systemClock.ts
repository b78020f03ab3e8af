import type { Clock } from '../../shared/clock.ts';

// Timers stand still while the machine sleeps, and overflow after 24 days: so look at the wall clock now and then.
const LOOK_AGAIN_MS = 30_000;

/** The clock of this machine; its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, run) => {
    const dueAt = Date.now() + delayMs;
    let timer: NodeJS.Timeout;
    const wait = () => {
      const leftMs = dueAt - Date.now();
      timer = setTimeout(leftMs <= LOOK_AGAIN_MS ? run : wait, Math.min(Math.max(leftMs, 0), LOOK_AGAIN_MS));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
