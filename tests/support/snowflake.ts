const X_EPOCH_MS = 1_288_834_974_657n;

/** An id as X would give at the time `at`; `seq` tells ids of one millisecond apart. */
export function snowflake(at: number, seq = 0): string {
  return String(((BigInt(at) - X_EPOCH_MS) << 22n) | BigInt(seq));
}
