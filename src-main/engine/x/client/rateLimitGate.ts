import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { type CallName, type CallPurpose, isVital } from '../calls.ts';
import type { GetAllowance, LimitMemory, RateLimit } from '../rateLimits.ts';
import { type ErrorResponse, isOutOfCredits, type XFailure } from './failures.ts';
import type { XResponse } from './httpTransport.ts';
import { isClosedFor, KnownLimits } from './knownLimits.ts';
import { toResetAt } from './rateLimitHeaders.ts';

/**
 * Keeps calls from being made that X would refuse, so that Perch never hammers a closed limit:
 *
 *     admit ──> call ──> record
 *       │                  ├─ success: takes over the limits in the headers
 *       │                  ├─ 429: closes this kind of call until the reset that X names, else for a guessed time
 *       │                  └─ no response: assumes that X has counted the call
 *       └─ refuses while  remaining − calls under way <= reserve
 *
 * The reserve is a twentieth of a limit, for replies: polling stops early enough that an agent can still send and
 * reconcile. Example: X reports 15 calls of `listDms`, 3 left, 1 under way. The reserve of a poll is ⌊15 / 20⌋ = 0, so two
 * more polls go through. Of 100 `searchRecent` with 5 left no poll does, since its reserve is 5.
 */
export interface RateLimitGate {
  /** Why this call must not be made now, or null. A call that is admitted counts as under way until it is recorded. */
  admit(name: CallName, purpose: CallPurpose): AppError | null;
  /** Learns from the result of a call. If X refused it for a limit: the error, which says until when. */
  record(name: CallName, purpose: CallPurpose, result: Result<XResponse, XFailure>): AppError | null;
  readonly getAllowance: GetAllowance;
}

/** The window of most of X's limits. Reading can wait it out, since it catches up later. */
const WINDOW_MS = 15 * MINUTE_MS;
/** A used-up plan comes back with a payment or a new month, so one call per hour checks whether it has. */
const USED_UP_MS = 60 * MINUTE_MS;

const USED_UP = 'used up';

const forgetful: LimitMemory = { list: () => [], put: () => {} };

/** A gate that starts with the limits in `memory` and persists new ones there. */
export function createRateLimitGate(clock: Clock, memory: LimitMemory = forgetful): RateLimitGate {
  return new Gate(clock, memory);
}

class Gate implements RateLimitGate {
  readonly #clock: Clock;
  readonly #limits: KnownLimits;
  /** How many times in a row X refused each kind of call. */
  readonly #refusals = new Map<CallName, number>();
  /** Calls without a result yet; each may use up one of those that are left. */
  readonly #underWay = new Map<CallName, number>();

  constructor(clock: Clock, memory: LimitMemory) {
    this.#clock = clock;
    this.#limits = new KnownLimits(clock, memory);
  }

  admit(name: CallName, purpose: CallPurpose): AppError | null {
    const limits = this.#limits.running(name);
    const taken = this.#underWay.get(name) ?? 0;
    const closed = limits.filter((limit) => limit.remaining - taken <= toReserve(limit, purpose));
    if (closed.some((limit) => isClosedFor(limit, USED_UP))) return { code: 'outOfCredits' };
    if (closed.length > 0) return { code: 'rateLimited', resetAt: toLatestReset(closed) };
    this.#underWay.set(name, taken + 1);
    // A crash must not forget calls that were under way.
    for (const limit of limits) this.#limits.persist({ ...limit, remaining: limit.remaining - taken - 1 });
    return null;
  }

  record(name: CallName, purpose: CallPurpose, result: Result<XResponse, XFailure>): AppError | null {
    this.#underWay.set(name, Math.max((this.#underWay.get(name) ?? 0) - 1, 0));
    if (result.ok) {
      this.#refusals.delete(name);
      this.#limits.learn(name, result.value.headers);
      return null;
    }
    if (result.error.kind !== 'responded') {
      // X may have counted it.
      for (const limit of this.#limits.running(name))
        this.#limits.set({ ...limit, remaining: limit.remaining - 1 });
      return null;
    }
    this.#limits.learn(name, result.error.headers);
    return result.error.status === 429 ? this.#close(name, purpose, result.error) : null;
  }

  getAllowance(name: CallName): Pick<RateLimit, 'remaining' | 'resetAt'> | null {
    return this.#limits.running(name).toSorted((a, b) => a.remaining - b.remaining)[0] ?? null;
  }

  #close(name: CallName, purpose: CallPurpose, failure: ErrorResponse): AppError {
    const now = this.#clock.now();
    if (isOutOfCredits(failure.body)) {
      this.#limits.close(name, USED_UP, now + (isVital(purpose) ? WINDOW_MS : USED_UP_MS));
      return { code: 'outOfCredits' };
    }
    const named = toResetAt(failure.headers, now) ?? toLatestReset(this.#limits.running(name));
    const resetAt = named ?? now + this.#guessWaitMs(name, purpose);
    this.#limits.close(name, 'refused', resetAt);
    return { code: 'rateLimited', resetAt };
  }

  // A reply is retried sooner than reading, which catches up later.
  #guessWaitMs(name: CallName, purpose: CallPurpose): number {
    const times = this.#refusals.get(name) ?? 0;
    this.#refusals.set(name, times + 1);
    return isVital(purpose) ? Math.min(MINUTE_MS * 2 ** times, WINDOW_MS) : WINDOW_MS;
  }
}

const toLatestReset = (limits: readonly RateLimit[]) =>
  limits.length === 0 ? null : Math.max(...limits.map((limit) => limit.resetAt));

function toReserve({ limit }: RateLimit, purpose: CallPurpose): number {
  return isVital(purpose) ? 0 : Math.floor((limit ?? 0) / 20);
}
