const DAY_MS = 24 * 60 * 60 * 1_000;

const limits = ['x-user-limit-24hour', 'x-app-limit-24hour', 'x-rate-limit'] as const;

/**
 * When X lets calls through again, in epoch milliseconds; null where it does not say, or says something that cannot be.
 * Of several limits the one that is used up counts.
 */
export function toResetAt(headers: Readonly<Record<string, unknown>>, now: number): number | null {
  const usedUp = limits.find((name) => headers[`${name}-remaining`] === '0') ?? 'x-rate-limit';
  const resetAt = Number(headers[`${usedUp}-reset`]) * 1_000;
  return resetAt > now && resetAt <= now + DAY_MS ? resetAt : null;
}
