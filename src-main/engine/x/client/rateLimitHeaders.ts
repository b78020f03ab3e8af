import { DAY_MS } from '#shared/time.ts';

/** X's limits by the prefix of their headers: the usual one of 15 minutes, then those of a day. */
const prefixes = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'] as const;

/** Where a kind of call stands within one of its limits. */
interface HeaderLimit {
  readonly prefix: (typeof prefixes)[number];
  readonly limit: number | null;
  readonly remaining: number;
  /** When the next window begins, in epoch milliseconds. */
  readonly resetAt: number;
}

type Headers = Readonly<Record<string, unknown>>;

/** The limits in the headers of a response; an incomplete or impossible one is left out. */
export function toLimits(headers: Headers, now: number): HeaderLimit[] {
  return prefixes.flatMap((prefix) => {
    const remaining = toCount(headers[`${prefix}-remaining`]);
    const resetAt = Number(headers[`${prefix}-reset`]) * 1_000;
    if (remaining === null || !isAhead(resetAt, now)) return [];
    return [{ prefix, limit: toCount(headers[`${prefix}-limit`]), remaining, resetAt }];
  });
}

/**
 * When X accepts calls again, in epoch milliseconds; null if it does not say, or says something impossible. Of several
 * limits the used-up ones count, the latest of them.
 */
export function toResetAt(headers: Headers, now: number): number | null {
  const usedUp = toLimits(headers, now).filter((limit) => limit.remaining === 0);
  if (usedUp.length > 0) return Math.max(...usedUp.map((limit) => limit.resetAt));
  const resetAt = Number(headers['x-rate-limit-reset']) * 1_000;
  return isAhead(resetAt, now) ? resetAt : null;
}

/** Whether a reset is plausible. X has no window longer than a day, so a later one means that a clock was changed. */
export function isAhead(resetAt: number, now: number): boolean {
  return resetAt > now && resetAt <= now + DAY_MS;
}

function toCount(header: unknown): number | null {
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : null;
}
