/** How many calls one user may make to one endpoint within a window. */
export interface RateLimit {
  readonly calls: number;
  readonly windowMs: number;
}

/** The state of one limit after a call; `resetAt` is in epoch milliseconds. */
export interface RateLimitStatus {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
  readonly isExceeded: boolean;
}

/** Counts calls per endpoint in fixed windows, each of which starts with its first call. */
export interface RateLimiter {
  /** Counts one call against every limit. Returns the tightest status, or null without limits. */
  take(key: string, limits: readonly RateLimit[], now: number): RateLimitStatus | null;
}

interface Window {
  readonly endsAt: number;
  used: number;
}

/** A rate limiter; when it does not enforce, no call is ever counted. */
export function createRateLimiter(isEnforcing: boolean): RateLimiter {
  const windows = new Map<string, Window>();
  const takeOne = (key: string, limit: RateLimit, now: number): RateLimitStatus => {
    if (!isEnforcing) return toStatus(limit, 0, now + limit.windowMs);
    const known = windows.get(key);
    const window = known && known.endsAt > now ? known : { endsAt: now + limit.windowMs, used: 0 };
    window.used += 1;
    windows.set(key, window);
    return toStatus(limit, window.used, window.endsAt);
  };
  return {
    take: (key, limits, now) =>
      limits
        .map((limit) => takeOne(`${key} ${limit.windowMs}`, limit, now))
        .reduce<RateLimitStatus | null>(
          (tightest, next) =>
            tightest && tightest.remaining <= next.remaining && !next.isExceeded ? tightest : next,
          null,
        ),
  };
}

/** X's rate-limit headers; the reset is in whole epoch seconds. */
export function toRateLimitHeaders({ limit, remaining, resetAt }: RateLimitStatus): Record<string, string> {
  return {
    'x-rate-limit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(Math.ceil(resetAt / 1000)),
  };
}

function toStatus(limit: RateLimit, used: number, resetAt: number): RateLimitStatus {
  return {
    limit: limit.calls,
    remaining: Math.max(0, limit.calls - used),
    resetAt,
    isExceeded: used > limit.calls,
  };
}
