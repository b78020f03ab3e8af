import type { Clock } from '#shared/clock.ts';
import type { CallName } from '../calls.ts';
import type { LimitMemory, RateLimit } from '../rateLimits.ts';
import { isAhead, toLimits } from './rateLimitHeaders.ts';

/** A limit is persisted once this few calls are left, or a tenth of its window. */
const FEW = 5;

/**
 * The limits that X has reported, by the name of the call and which of its limits, such as `sendDm x-rate-limit`. Those
 * near their end are persisted, so that a restart does not run into them; the others are not worth the writes.
 */
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

  /** Takes over the limits in the headers of a response. */
  learn(name: CallName, headers: Readonly<Record<string, unknown>>): void {
    for (const { prefix, ...reported } of toLimits(headers, this.#clock.now())) {
      const key = `${name} ${prefix}`;
      this.set({ ...reported, name: key, remaining: leastOf(this.#limits.get(key), reported) });
    }
  }

  /** Lets no call through before `resetAt`; `why` becomes part of the limit's name. */
  close(name: CallName, why: string, resetAt: number): void {
    this.set({ name: `${name} ${why}`, limit: null, remaining: 0, resetAt });
  }

  /** Uses this limit from now on. */
  set(limit: RateLimit): void {
    this.#limits.set(limit.name, limit);
    this.persist(limit);
  }

  /** Saves a limit for the next process without using it in this one. */
  persist(limit: RateLimit): void {
    if (limit.remaining <= Math.max(FEW, (limit.limit ?? 0) / 10)) this.#memory.put(limit);
  }
}

/** Whether a kind of call was closed for this reason. */
export const isClosedFor = ({ name }: RateLimit, why: string): boolean => name.endsWith(` ${why}`);

const isOf = (limit: RateLimit, name: CallName) => limit.name.startsWith(`${name} `);

// Responses overtake each other, so within one window the number only falls.
function leastOf(known: RateLimit | undefined, reported: Omit<RateLimit, 'name'>): number {
  const isSameWindow = known?.resetAt === reported.resetAt;
  return isSameWindow ? Math.min(known.remaining, reported.remaining) : reported.remaining;
}
