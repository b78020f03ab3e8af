import type { Clock } from '#shared/clock.ts';
import { restartDelayMs } from '../base/restartDelay.ts';

interface FallingPage {
  readonly clock: Clock;
  /** Draws the page anew. */
  readonly reload: () => void;
  /** Asks the person, who sees an empty window by now, whether to try once more. */
  readonly ask: () => Promise<boolean>;
}

/**
 * What to do whenever the page's process has fallen: draw it anew, more slowly each time, and ask the person once it has
 * fallen too often within a minute.
 */
export function reloadAfterFall({ clock, reload, ask }: FallingPage): () => Promise<void> {
  let fellAt: number[] = [];
  return async () => {
    fellAt = [...fellAt, clock.now()].slice(-10);
    const delayMs = restartDelayMs(fellAt);
    if (delayMs !== null) return void clock.after(delayMs, reload);
    if (!(await ask())) return;
    fellAt = [];
    reload();
  };
}
