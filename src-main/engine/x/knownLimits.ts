import type { Clock } from '#shared/clock.ts';
import type { RateLimit } from '../store/rateLimits.ts';
import type { CallName } from './callPurpose.ts';
import { isAhead, toLimits } from './rateLimit.ts';

/** Where limits outlive the process. */
export interface LimitMemory {
  list(): readonly RateLimit[];
  put(limit: RateLimit): void;
}

/** Limits are remembered where the calls that are left come near to none. */
const FEW = 5;

/** What X has told of its limits; what comes near to its end is remembered over a restart. */
export class KnownLimits {
  readonly #clock: Clock;
  readonly #memory: LimitMemory;
  readonly #limits: Map<string, RateLimit>;

  constructor(clock: Clock, memory: LimitMemory) {
    this.#clock = clock;
    this.#memory = memory;
    this.#limits = new Map(memory.list().map((limit) => [limit.name, limit]));
  }

  /** The limits of this kind of call that still run. */
  running(name: CallName): RateLimit[] {
    const now = this.#clock.now();
    return [...this.#limits.values()].filter((limit) => isOf(limit, name) && isAhead(limit.resetAt, now));
  }

  /** Learns from the headers of an answer. */
  learn(name: CallName, headers: Readonly<Record<string, unknown>>): void {
    for (const { prefix, ...told } of toLimits(headers, this.#clock.now())) {
      const key = `${name} ${prefix}`;
      this.set({ ...told, name: key, remaining: leastOf(this.#limits.get(key), told) });
    }
  }

  /** Lets no call through until then; `why` tells one reason from another. */
  close(name: CallName, why: string, resetAt: number): void {
    this.set({ name: `${name} ${why}`, limit: null, remaining: 0, resetAt });
  }

  /** Knows this limit from now on. */
  set(limit: RateLimit): void {
    this.#limits.set(limit.name, limit);
    this.remember(limit);
  }

  /** Lets the next process know this limit; this one goes on with what X has told. */
  remember(limit: RateLimit): void {
    if (limit.remaining <= Math.max(FEW, (limit.limit ?? 0) / 10)) this.#memory.put(limit);
  }
}

/** Whether a kind of call was closed for this reason. */
export const isClosedFor = ({ name }: RateLimit, why: string): boolean => name.endsWith(` ${why}`);

const isOf = (limit: RateLimit, name: CallName) => limit.name.startsWith(`${name} `);

// Answers overtake each other, so within one window the number only falls.
function leastOf(known: RateLimit | undefined, told: Omit<RateLimit, 'name'>): number {
  return known?.resetAt === told.resetAt ? Math.min(known.remaining, told.remaining) : told.remaining;
}
