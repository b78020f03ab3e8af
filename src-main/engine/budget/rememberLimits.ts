import type { EngineContext } from '../context.ts';
import { listRateLimits, putRateLimit } from '../store/rateLimits.ts';
import type { LimitMemory } from '../x/knownLimits.ts';

/** Keeps the limits of X in the store; a full disk costs the memory over a restart and nothing else. */
export function rememberLimits({ db, log }: Pick<EngineContext, 'db' | 'log'>): LimitMemory {
  return {
    list: () => listRateLimits(db),
    put: (limit) => {
      try {
        putRateLimit(db, limit);
      } catch (cause) {
        log('limits.notWritten', { cause: cause instanceof Error ? cause.message : 'unknown' });
      }
    },
  };
}
