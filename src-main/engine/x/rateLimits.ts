import type { CallName } from './calls.ts';

/** What X has said about one of its limits. */
export interface RateLimit {
  /** The name of the call, and which of its limits. */
  readonly name: string;
  /** How many calls a window has; null if X did not say. */
  readonly limit: number | null;
  readonly remaining: number;
  /** When the next window begins, in epoch milliseconds. */
  readonly resetAt: number;
}

/** Where limits outlive the process. Neither function throws for a full disk. */
export interface LimitMemory {
  list(): readonly RateLimit[];
  put(limit: RateLimit): void;
}

/** Returns the tightest limit of a kind of call that X has reported and that still runs, or null. */
export type GetAllowance = (name: CallName) => Pick<RateLimit, 'remaining' | 'resetAt'> | null;
