import { DAY_MS } from '#shared/time.ts';

const WEEK_MS = 7 * DAY_MS;
const NEWEST = 3;
const WEEKS = 4;

/** Which copies are kept: the newest three, and the last one of each of the four weeks before. `copies` are newest first. */
export function toKeptCopies<T extends { readonly at: number }>(copies: readonly T[]): T[] {
  // Weeks of the calendar: counted back from the newest copy, the last of a week would never grow old.
  const toWeek = (copy: T | undefined) => (copy ? Math.floor(copy.at / WEEK_MS) : null);
  const oldest = (toWeek(copies[0]) ?? 0) - WEEKS;
  return copies.filter((copy, n) => {
    const week = toWeek(copy) ?? 0;
    return n < NEWEST || (week >= oldest && toWeek(copies[n - 1]) !== week);
  });
}
