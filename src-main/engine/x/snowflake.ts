/** X's ids count milliseconds from here: 4 November 2010. */
const X_EPOCH_MS = 1_288_834_974_657n;

/**
 * When X made the item with this id, in epoch milliseconds. The upper 42 of an id's 64 bits are its time:
 *
 *     id = (time - epoch) << 22 | machine and sequence
 *
 * Ids of before the epoch, which have fewer than 15 digits, were plain counters: for them the result means nothing.
 */
export function toSnowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + X_EPOCH_MS);
}

/** The smallest id that X can have given out at a time, in epoch milliseconds. */
export function toFirstSnowflake(at: number): string {
  const sinceEpoch = BigInt(Math.max(0, Math.floor(at))) - X_EPOCH_MS;
  return String((sinceEpoch > 0n ? sinceEpoch : 0n) << 22n);
}
