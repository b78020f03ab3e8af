const X_EPOCH_MS = 1_288_834_974_657n;

/** When X made the thing with this id, in epoch milliseconds. */
export function toSnowflakeTime(id: string): number {
  return Number((BigInt(id) >> 22n) + X_EPOCH_MS);
}
