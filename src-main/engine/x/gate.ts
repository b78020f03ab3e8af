import type { Clock } from '../../../shared/clock.ts';
import { toResetAt } from './rateLimit.ts';
import type { XFailure } from './xFailure.ts';

/** Keeps a kind of call from being made again before the time that X has named. */
export interface Gate {
  /** The failure that X gave, while it still holds. */
  check(name: string): XFailure | null;
  note(name: string, failure: XFailure): void;
}

/** A gate without any limits yet; they are forgotten when the process ends. */
export function createGate(clock: Clock): Gate {
  const closed = new Map<string, { readonly until: number; readonly failure: XFailure }>();
  return {
    check: (name) => {
      const limit = closed.get(name);
      return limit && limit.until > clock.now() ? limit.failure : null;
    },
    note: (name, failure) => {
      if (failure.kind !== 'answered' || failure.status !== 429) return;
      const until = toResetAt(failure.headers, clock.now());
      if (until !== null) closed.set(name, { until, failure });
    },
  };
}
