/** The rows of a list as shown, and the ones that wait behind the "new" button. */
export interface ListOrder {
  readonly shown: readonly string[];
  readonly waiting: readonly string[];
}

interface Change {
  /** What is shown now. */
  readonly shown: readonly string[];
  /** What the engine says, in its order. */
  readonly incoming: readonly string[];
  /** True while somebody reads the list: nothing may move under the cursor. */
  readonly frozen: boolean;
  /** A row that stays even when it has left the list. */
  readonly pinned: string | null;
}

/**
 * The next order of a list. While it is frozen, rows only leave, and the next page only joins at the end;
 * everything else that is new waits.
 */
export function toListOrder({ shown, incoming, frozen, pinned }: Change): ListOrder {
  const isPinned = pinned !== null && shown.includes(pinned) && !incoming.includes(pinned);
  if (!frozen) return { shown: isPinned ? withPinned(shown, incoming, pinned) : incoming, waiting: [] };
  const there = new Set(incoming);
  const known = new Set(shown);
  const stayed = shown.filter((id) => there.has(id) || id === pinned);
  const lastKnown = incoming.findLastIndex((id) => known.has(id));
  const isNew = (id: string) => !known.has(id);
  return {
    shown: [...stayed, ...incoming.slice(lastKnown + 1).filter(isNew)],
    waiting: incoming.slice(0, lastKnown + 1).filter(isNew),
  };
}

/** Puts a row that has left the list where it stood. */
function withPinned(
  shown: readonly string[],
  incoming: readonly string[],
  pinned: string,
): readonly string[] {
  return incoming.toSpliced(Math.min(shown.indexOf(pinned), incoming.length), 0, pinned);
}
