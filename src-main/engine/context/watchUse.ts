import { type EngineMethod, engineContract } from '#shared/contract/engine.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { EngineContext } from './context.ts';

const IDLE_MS = 5 * MINUTE_MS;

/** Knows when somebody last searched or worked. */
export interface Use {
  /** Takes note of a call from outside. */
  readonly onCall: (method: string) => void;
  /** Of the clock's elapsed time. */
  readonly lastAt: () => number;
  /** Whether nobody has for so long that work which blocks the engine disturbs nobody. */
  readonly isOver: () => boolean;
}

export function watchUse(clock: EngineContext['clock']): Use {
  let lastAt = clock.elapsedMs();
  return {
    onCall: (method) => {
      if (isUse(method)) lastAt = clock.elapsedMs();
    },
    lastAt: () => lastAt,
    isOver: () => clock.elapsedMs() - lastAt >= IDLE_MS,
  };
}

// Windows also fetch what they show while nobody is there.
function isUse(method: string): boolean {
  if (method === 'search.messages') return true;
  return Object.hasOwn(engineContract, method) && engineContract[method as EngineMethod].kind === 'command';
}
