const SNOWFLAKE_EPOCH_MS = 1_288_834_974_657;
const SEQUENCE_BITS = 22n;

/** An X id: a decimal integer below 2^63. */
export const ID_PATTERN = /^\d{1,19}$/;

/** The creation time encoded in a post or message id, in epoch milliseconds. */
export function idTimeMs(id: string): number {
  return Number(BigInt(id) >> SEQUENCE_BITS) + SNOWFLAKE_EPOCH_MS;
}

/** The smallest id that a post or message created at `timeMs` (epoch milliseconds) can have. */
export function firstIdAt(timeMs: number): string {
  return String(BigInt(Math.max(0, Math.trunc(timeMs) - SNOWFLAKE_EPOCH_MS)) << SEQUENCE_BITS);
}

/** The smallest free id at `timeMs`; within one millisecond, later items get larger ids. */
export function nextIdAt(timeMs: number, isTaken: (id: string) => boolean): string {
  let id = BigInt(firstIdAt(timeMs));
  while (isTaken(String(id))) id += 1n;
  return String(id);
}

/** Compares ids numerically, for ascending order; safe beyond 2^53. */
export function compareIds(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A user id derived from the handle, so that a scenario gives its people the same ids on every run. */
export function userIdFor(handle: string, isTaken: (id: string) => boolean): string {
  let hash = 2_166_136_261;
  for (const character of handle.toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  }
  let id = 10_000_000 + hash;
  while (isTaken(String(id))) id += 1;
  return String(id);
}
