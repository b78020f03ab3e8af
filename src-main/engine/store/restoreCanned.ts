import { reindexAfter } from './cannedIndex.ts';
import { findShortcut, getCanned, setCannedState, toState } from './cannedResponses.ts';
import { type CannedChange, CannedState } from './cannedState.ts';
import type { Db } from './open.ts';
import { isSameState } from './sameState.ts';

/** From so many on, indexing all anew is faster than taking each out of the index and putting it back. */
const MANY = 30;

/**
 * Takes back changes of different canned responses, all or none: returns false, with nothing changed, if one of them was changed again
 * or if a shortcut belongs to another canned response now.
 */
export function restoreCanned(db: Db, changes: readonly CannedChange[], now: number): boolean {
  const own = new Set(changes.map(({ id }) => id));
  if (!changes.every((change) => isRestorable(db, change, own))) return false;
  const restoreAll = () => setAll(db, changes, now);
  if (changes.length < MANY) restoreAll();
  else reindexAfter(db, restoreAll);
  return true;
}

function isRestorable(db: Db, { id, before, after }: CannedChange, own: ReadonlySet<string>): boolean {
  const stored = getCanned(db, id);
  if (!stored || !isSameState(CannedState, toState(stored), after)) return false;
  if (before.shortcut === null || before.deletedAt !== null) return true;
  const holder = findShortcut(db, before.shortcut);
  return holder === null || own.has(holder.id);
}

function setAll(db: Db, changes: readonly CannedChange[], now: number): void {
  // Shortcuts return to those that had them: first all let go of theirs, since no two may have one at any time.
  for (const { id, before, after } of changes) {
    if (after.shortcut !== null && before.shortcut !== after.shortcut)
      setCannedState(db, id, { ...after, shortcut: null }, now);
  }
  const deletedFirst = changes.toSorted(
    (a, b) => Number(b.before.deletedAt !== null) - Number(a.before.deletedAt !== null),
  );
  for (const { id, before } of deletedFirst) setCannedState(db, id, before, now);
}
