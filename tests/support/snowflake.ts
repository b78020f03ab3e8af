const X_EPOCH_MS = 1_288_834_974_657n;

/** An id as X would issue it at the time `at`; `seq` distinguishes ids of one millisecond. */
export function snowflake(at: number, seq = 0): string {
  return String(((BigInt(at) - X_EPOCH_MS) << 22n) | BigInt(seq));
}
