import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { RateLimit } from '../store/rateLimits.ts';
import { type CallName, type CallPurpose, isVital } from './callPurpose.ts';
import { isClosedFor, KnownLimits, type LimitMemory } from './knownLimits.ts';
import { toProblem } from './problem.ts';
import { toResetAt } from './rateLimit.ts';
import { isOutOfCredits } from './toAppError.ts';
import type { XAnswer } from './transport.ts';
import type { XFailure } from './xFailure.ts';

/** Keeps a kind of call from being made before the time that X has named. */
export interface Gate {
  /** Why this call must not be made now, or null; one that is let through counts at once. */
  admit(name: CallName, purpose: CallPurpose): AppError | null;
  /** Learns from an answer. Where X refused the call for a limit: the failure, which says until when. */
  note(name: CallName, purpose: CallPurpose, answer: Result<XAnswer, XFailure>): AppError | null;
  /** The tightest limit of this kind of call that X has told of and that still runs, or null. */
  allowance(name: CallName): Pick<RateLimit, 'remaining' | 'resetAt'> | null;
}

/** The window of most of X's limits: reading can wait it out, since it catches up later. */
const WINDOW_MS = 15 * MINUTE_MS;
/** A plan that is used up comes back with money or a new month, so asking is for looking whether it has. */
const USED_UP_MS = 60 * MINUTE_MS;

const USED_UP = 'used up';

const forgetful: LimitMemory = { list: () => [], put: () => {} };

/** A gate that knows the limits in `memory`. */
export function createGate(clock: Clock, memory: LimitMemory = forgetful): Gate {
  return new LimitGate(clock, memory);
}

class LimitGate implements Gate {
  readonly #clock: Clock;
  readonly #limits: KnownLimits;
  /** Refusals in a row. */
  readonly #refusals = new Map<CallName, number>();
  /** Calls that X has not answered yet; each may use up one of those that are left. */
  readonly #underWay = new Map<CallName, number>();

  constructor(clock: Clock, memory: LimitMemory) {
    this.#clock = clock;
    this.#limits = new KnownLimits(clock, memory);
  }

  admit(name: CallName, purpose: CallPurpose): AppError | null {
    const limits = this.#limits.running(name);
    const taken = this.#underWay.get(name) ?? 0;
    const closed = limits.filter((limit) => limit.remaining - taken <= reserveOf(limit, purpose));
    if (closed.some((limit) => isClosedFor(limit, USED_UP))) return { code: 'outOfCredits' };
    if (closed.length > 0) return { code: 'rateLimited', resetAt: endOf(closed) };
    this.#underWay.set(name, taken + 1);
    // A crash must not forget calls that were on the wire.
    for (const limit of limits) this.#limits.remember({ ...limit, remaining: limit.remaining - taken - 1 });
    return null;
  }

  note(name: CallName, purpose: CallPurpose, answer: Result<XAnswer, XFailure>): AppError | null {
    this.#underWay.set(name, Math.max((this.#underWay.get(name) ?? 0) - 1, 0));
    if (answer.ok) {
      this.#refusals.delete(name);
      this.#limits.learn(name, answer.value.headers);
      return null;
    }
    if (answer.error.kind !== 'answered') {
      // Nobody knows whether X has counted it.
      for (const limit of this.#limits.running(name))
        this.#limits.set({ ...limit, remaining: limit.remaining - 1 });
      return null;
    }
    this.#limits.learn(name, answer.error.headers);
    return answer.error.status === 429 ? this.#refuse(name, purpose, answer.error) : null;
  }

  allowance(name: CallName): Pick<RateLimit, 'remaining' | 'resetAt'> | null {
    return this.#limits.running(name).toSorted((a, b) => a.remaining - b.remaining)[0] ?? null;
  }

  #refuse(name: CallName, purpose: CallPurpose, failure: Answered): AppError {
    const now = this.#clock.now();
    if (isOutOfCredits(toProblem(failure.body))) {
      this.#limits.close(name, USED_UP, now + (isVital(purpose) ? WINDOW_MS : USED_UP_MS));
      return { code: 'outOfCredits' };
    }
    const told = toResetAt(failure.headers, now) ?? endOf(this.#limits.running(name));
    const resetAt = told ?? now + this.#guessWaitMs(name, purpose);
    this.#limits.close(name, 'refused', resetAt);
    return { code: 'rateLimited', resetAt };
  }

  // An answer is tried again sooner than reading, which catches up later.
  #guessWaitMs(name: CallName, purpose: CallPurpose): number {
    const times = this.#refusals.get(name) ?? 0;
    this.#refusals.set(name, times + 1);
    return isVital(purpose) ? Math.min(MINUTE_MS * 2 ** times, WINDOW_MS) : WINDOW_MS;
  }
}

type Answered = XFailure & { readonly kind: 'answered' };

const endOf = (limits: readonly RateLimit[]) =>
  limits.length === 0 ? null : Math.max(...limits.map((limit) => limit.resetAt));

// The last calls of a kind belong to answering: a look for an answer that may have arrived must not wait for polling.
function reserveOf({ limit }: RateLimit, purpose: CallPurpose): number {
  return isVital(purpose) ? 0 : Math.floor((limit ?? 0) / 20);
}
