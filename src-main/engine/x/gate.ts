import type { Clock } from '../../../shared/clock.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { RateLimit } from '../store/rateLimits.ts';
import { type CallName, type CallPurpose, isVital } from './callPurpose.ts';
import { toProblem } from './problem.ts';
import { isAhead, toLimits, toResetAt } from './rateLimit.ts';
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

/** Where limits outlive the process. */
export interface LimitMemory {
  list(): readonly RateLimit[];
  put(limit: RateLimit): void;
}

const MINUTE_MS = 60_000;
/** The window of most of X's limits: reading can wait it out, since it catches up later. */
const WINDOW_MS = 15 * MINUTE_MS;
/** A plan that is used up comes back with money or a new month, so asking is for looking whether it has. */
const USED_UP_MS = 60 * MINUTE_MS;
/** Limits are remembered where the calls that are left come near to none. */
const FEW = 5;

const forgetful: LimitMemory = { list: () => [], put: () => {} };

/** A gate that knows the limits in `memory`. */
export function createGate(clock: Clock, memory: LimitMemory = forgetful): Gate {
  return new LimitGate(clock, memory);
}

class LimitGate implements Gate {
  readonly #clock: Clock;
  readonly #memory: LimitMemory;
  readonly #limits: Map<string, RateLimit>;
  /** Refusals in a row. */
  readonly #refusals = new Map<CallName, number>();
  /** Calls that X has not answered yet; each may use up one of those that are left. */
  readonly #underWay = new Map<CallName, number>();

  constructor(clock: Clock, memory: LimitMemory) {
    this.#clock = clock;
    this.#memory = memory;
    this.#limits = new Map(memory.list().map((limit) => [limit.name, limit]));
  }

  admit(name: CallName, purpose: CallPurpose): AppError | null {
    const limits = this.#running(name);
    const taken = this.#underWay.get(name) ?? 0;
    const closed = limits.filter((limit) => limit.remaining - taken <= reserveOf(limit, purpose));
    if (closed.some((limit) => limit.name.endsWith(USED_UP))) return { code: 'outOfCredits' };
    if (closed.length > 0) return { code: 'rateLimited', resetAt: endOf(closed) };
    this.#underWay.set(name, taken + 1);
    // A crash must not forget calls that were on the wire.
    for (const limit of limits) this.#remember({ ...limit, remaining: limit.remaining - taken - 1 });
    return null;
  }

  note(name: CallName, purpose: CallPurpose, answer: Result<XAnswer, XFailure>): AppError | null {
    this.#underWay.set(name, Math.max((this.#underWay.get(name) ?? 0) - 1, 0));
    if (answer.ok) {
      this.#refusals.delete(name);
      this.#learn(name, answer.value.headers);
      return null;
    }
    if (answer.error.kind !== 'answered') {
      // Nobody knows whether X has counted it.
      for (const limit of this.#running(name)) this.#set({ ...limit, remaining: limit.remaining - 1 });
      return null;
    }
    this.#learn(name, answer.error.headers);
    return answer.error.status === 429 ? this.#refuse(name, purpose, answer.error) : null;
  }

  allowance(name: CallName): Pick<RateLimit, 'remaining' | 'resetAt'> | null {
    return this.#running(name).toSorted((a, b) => a.remaining - b.remaining)[0] ?? null;
  }

  #running(name: CallName): RateLimit[] {
    const now = this.#clock.now();
    return [...this.#limits.values()].filter((limit) => isOf(limit, name) && isAhead(limit.resetAt, now));
  }

  #learn(name: CallName, headers: Answered['headers']): void {
    for (const { prefix, ...told } of toLimits(headers, this.#clock.now())) {
      const key = `${name} ${prefix}`;
      this.#set({ ...told, name: key, remaining: leastOf(this.#limits.get(key), told) });
    }
  }

  #refuse(name: CallName, purpose: CallPurpose, failure: Answered): AppError {
    const now = this.#clock.now();
    if (isOutOfCredits(toProblem(failure.body))) {
      this.#close(`${name} ${USED_UP}`, now + (isVital(purpose) ? WINDOW_MS : USED_UP_MS));
      return { code: 'outOfCredits' };
    }
    const told = toResetAt(failure.headers, now) ?? endOf(this.#running(name));
    const resetAt = told ?? now + this.#guessWaitMs(name, purpose);
    this.#close(`${name} refused`, resetAt);
    return { code: 'rateLimited', resetAt };
  }

  // An answer is tried again sooner than reading, which catches up later.
  #guessWaitMs(name: CallName, purpose: CallPurpose): number {
    const times = this.#refusals.get(name) ?? 0;
    this.#refusals.set(name, times + 1);
    return isVital(purpose) ? Math.min(MINUTE_MS * 2 ** times, WINDOW_MS) : WINDOW_MS;
  }

  #close(name: string, resetAt: number): void {
    this.#set({ name, limit: null, remaining: 0, resetAt });
  }

  #set(limit: RateLimit): void {
    this.#limits.set(limit.name, limit);
    this.#remember(limit);
  }

  #remember(limit: RateLimit): void {
    if (limit.remaining <= Math.max(FEW, (limit.limit ?? 0) / 10)) this.#memory.put(limit);
  }
}

type Answered = XFailure & { readonly kind: 'answered' };

const USED_UP = 'used up';

const isOf = (limit: RateLimit, name: CallName) => limit.name.startsWith(`${name} `);

const endOf = (limits: readonly RateLimit[]) =>
  limits.length === 0 ? null : Math.max(...limits.map((limit) => limit.resetAt));

// The last calls of a kind belong to answering: a look for an answer that may have arrived must not wait for polling.
function reserveOf({ limit }: RateLimit, purpose: CallPurpose): number {
  return isVital(purpose) ? 0 : Math.floor((limit ?? 0) / 20);
}

// Answers overtake each other, so within one window the number only falls.
function leastOf(known: RateLimit | undefined, told: Omit<RateLimit, 'name'>): number {
  return known?.resetAt === told.resetAt ? Math.min(known.remaining, told.remaining) : told.remaining;
}
