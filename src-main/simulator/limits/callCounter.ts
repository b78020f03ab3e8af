/** How many calls one user may make of one endpoint within a window. */
export interface CallLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/** Where a user stands within a limit; `resetAt` is in epoch milliseconds. */
export interface CallAllowance {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
  readonly isRefused: boolean;
}

/** Counts the calls that the account makes of each endpoint, in fixed windows that start with the first call. */
export interface CallCounter {
  /** Takes one call of each limit; the tightest allowance is answered. */
  take(key: string, limits: readonly CallLimit[], now: number): CallAllowance | null;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** A counter; when it is not enforcing, it reports every limit as untouched. */
export function createCallCounter(isEnforcing: boolean): CallCounter {
  const windows = new Map<string, Window>();
  const takeOne = (key: string, limit: CallLimit, now: number): CallAllowance => {
    if (!isEnforcing) return toAllowance(limit, 0, now + limit.windowMs);
    const known = windows.get(key);
    const window = known && known.endsAt > now ? known : { endsAt: now + limit.windowMs, used: 0 };
    window.used += 1;
    windows.set(key, window);
    return toAllowance(limit, window.used, window.endsAt);
  };
  return {
    take: (key, limits, now) =>
      limits
        .map((limit) => takeOne(`${key} ${limit.windowMs}`, limit, now))
        .reduce<CallAllowance | null>(
          (tightest, next) =>
            tightest && tightest.remaining <= next.remaining && !next.isRefused ? tightest : next,
          null,
        ),
  };
}

/** The rate limit headers that X sends; the reset is in whole epoch seconds. */
export function rateLimitHeaders(allowance: CallAllowance): Record<string, string> {
  return {
    'x-rate-limit-limit': String(allowance.limit),
    'x-rate-limit-remaining': String(allowance.remaining),
    'x-rate-limit-reset': String(Math.ceil(allowance.resetAt / 1000)),
  };
}

function toAllowance(limit: CallLimit, used: number, resetAt: number): CallAllowance {
  return {
    limit: limit.calls,
    remaining: Math.max(0, limit.calls - used),
    resetAt,
    isRefused: used > limit.calls,
  };
}
