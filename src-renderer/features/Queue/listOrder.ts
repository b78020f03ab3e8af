/** The rows of a list as shown, and those behind the "new" button. */
export interface ListOrder {
  readonly shown: readonly string[];
  readonly waiting: readonly string[];
}

interface Change {
  /** The rows that are shown now. */
  readonly shown: readonly string[];
  /** The rows of the response, in its order. */
  readonly incoming: readonly string[];
  /** True while somebody is reading the list, so that nothing moves under the pointer. */
  readonly frozen: boolean;
  /** A row that stays even if it has left the view. */
  readonly pinned: string | null;
}

/**
 * Returns the next order of a list. While it is frozen, rows only disappear and the next page is only appended; all other
 * new rows wait.
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

/** Inserts a row that has left the view at its old position. */
function withPinned(
  shown: readonly string[],
  incoming: readonly string[],
  pinned: string,
): readonly string[] {
  return incoming.toSpliced(Math.min(shown.indexOf(pinned), incoming.length), 0, pinned);
}
