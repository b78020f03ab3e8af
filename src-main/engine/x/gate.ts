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
  const limits = new Map(memory.list().map((limit) => [limit.name, limit]));
  const refusals = new Map<CallName, number>();
  /** Calls that X has not answered yet; each may use up one of those that are left. */
  const underWay = new Map<CallName, number>();
  const count = (name: CallName, by: number) =>
    underWay.set(name, Math.max((underWay.get(name) ?? 0) + by, 0));
  const running = (name: CallName) =>
    [...limits.values()].filter((limit) => isOf(limit, name) && isAhead(limit.resetAt, clock.now()));
  const remember = (limit: RateLimit) => {
    if (limit.remaining <= Math.max(FEW, (limit.limit ?? 0) / 10)) memory.put(limit);
  };
  const set = (limit: RateLimit) => {
    limits.set(limit.name, limit);
    remember(limit);
  };
  const close = (name: string, resetAt: number) => set({ name, limit: null, remaining: 0, resetAt });
  const learn = (name: CallName, headers: Readonly<Record<string, unknown>>) => {
    for (const { prefix, ...told } of toLimits(headers, clock.now())) {
      const key = `${name} ${prefix}`;
      set({ ...told, name: key, remaining: leastOf(limits.get(key), told) });
    }
  };
  const refuse = (name: CallName, purpose: CallPurpose, failure: Answered): AppError => {
    const now = clock.now();
    if (isOutOfCredits(toProblem(failure.body))) {
      close(`${name} ${USAGE}`, now + (isVital(purpose) ? WINDOW_MS : USED_UP_MS));
      return { code: 'outOfCredits' };
    }
    const times = refusals.get(name) ?? 0;
    refusals.set(name, times + 1);
    const told = toResetAt(failure.headers, now) ?? endOf(running(name));
    const resetAt =
      told ?? now + (isVital(purpose) ? Math.min(MINUTE_MS * 2 ** times, WINDOW_MS) : WINDOW_MS);
    close(`${name} refused`, resetAt);
    return { code: 'rateLimited', resetAt };
  };
  return {
    admit: (name, purpose) => {
      const now = running(name);
      const taken = underWay.get(name) ?? 0;
      const closed = now.filter((limit) => limit.remaining - taken <= reserveOf(limit, purpose));
      if (closed.some((limit) => limit.name.endsWith(USAGE))) return { code: 'outOfCredits' };
      if (closed.length > 0) return { code: 'rateLimited', resetAt: endOf(closed) };
      count(name, 1);
      for (const limit of now) remember({ ...limit, remaining: limit.remaining - taken - 1 });
      return null;
    },
    note: (name, purpose, answer) => {
      count(name, -1);
      if (answer.ok) {
        refusals.delete(name);
        learn(name, answer.value.headers);
        return null;
      }
      if (answer.error.kind !== 'answered') {
        // Nobody knows whether X has counted it.
        for (const limit of running(name)) set({ ...limit, remaining: limit.remaining - 1 });
        return null;
      }
      learn(name, answer.error.headers);
      return answer.error.status === 429 ? refuse(name, purpose, answer.error) : null;
    },
    allowance: (name) => running(name).toSorted((a, b) => a.remaining - b.remaining)[0] ?? null,
  };
}

type Answered = XFailure & { readonly kind: 'answered' };

const USAGE = 'used up';

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
