/**
 * Where the selection of a list of `count` rows stands after `step` from row `at`, staying inside the list. Without a
 * selection (-1) a step back begins at the end. -1 for an empty list.
 */
export function stepWithin(count: number, at: number, step: number): number {
  const start = at < 0 && step < 0 ? count : at;
  return Math.min(count - 1, Math.max(0, start + step));
}
