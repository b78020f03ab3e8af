import { DAY_MS } from '#shared/time.ts';

const NEWEST = 3;
/** In days and weeks of the calendar: counted back from the newest copy, the last of a week would never grow old. */
const periods = [
  { ms: DAY_MS, count: 3 },
  { ms: 7 * DAY_MS, count: 5 },
] as const;

/**
 * Which copies are kept: the newest three, the last one of each of three days, and the last one of each of five weeks; days and weeks
 * are counted back from those of the newest copy. `copies` are newest first.
 */
export function toKeptCopies<T extends { readonly at: number }>(copies: readonly T[]): T[] {
  const isLastOf = (n: number, ms: number, count: number) => {
    const toPeriod = (copy: T | undefined) => (copy ? Math.floor(copy.at / ms) : null);
    const own = toPeriod(copies[n]) ?? 0;
    return own > (toPeriod(copies[0]) ?? 0) - count && own !== toPeriod(copies[n - 1]);
  };
  return copies.filter((_, n) => n < NEWEST || periods.some(({ ms, count }) => isLastOf(n, ms, count)));
}
