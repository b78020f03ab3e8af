import type { AppError } from '#shared/errors.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long to wait after failed attempt number `attempts` where X named no time, in milliseconds. */
export function backoffMs(error: AppError, attempts: number): number {
  const doubled = (firstMs: number, mostMs: number) =>
    Math.min(firstMs * 2 ** Math.min(Math.max(attempts, 1) - 1, 20), mostMs);
  switch (error.code) {
    case 'offline':
      return doubled(2 * SECOND_MS, 30 * SECOND_MS);
    case 'rateLimited':
      return doubled(MINUTE_MS, 15 * MINUTE_MS);
    case 'outOfCredits':
      return 15 * MINUTE_MS;
    case 'unauthorised':
    case 'notConnected':
    case 'wrongAccount':
      return MINUTE_MS;
    default:
      return doubled(2 * SECOND_MS, 5 * MINUTE_MS);
  }
}

/** When to try again after `error`, never before the time that the error names. */
export function nextTryAt(error: AppError, attempts: number, now: number): number {
  if (error.code === 'resendDelayed') return error.at;
  if (error.code === 'rateLimited' && error.resetAt !== null) return error.resetAt + SECOND_MS;
  return now + backoffMs(error, attempts);
}
