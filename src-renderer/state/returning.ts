/*
 * Conversations that an undo brings back. A list that somebody is reading keeps new rows behind a button; these are shown at once,
 * since whoever undoes something wants to see it again.
 */
let returning: ReadonlySet<string> = new Set();

/** Announces conversations whose rows come back, in place of those announced before. */
export function expectBack(ids: readonly string[]): void {
  returning = new Set(ids);
}

/** Returns whether one of these rows was announced, and then waits for none any more. */
export function takeBack(ids: readonly string[]): boolean {
  const isThere = ids.some((id) => returning.has(id));
  if (isThere) returning = new Set();
  return isThere;
}
