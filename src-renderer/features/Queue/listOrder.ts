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
  readonly held: boolean;
  /** A row that stays even when it has left the list. */
  readonly kept: string | null;
}

/**
 * The next order of a list. While it is held, rows only leave, and the next page only joins at the end;
 * everything else that is new waits.
 */
export function toListOrder({ shown, incoming, held, kept }: Change): ListOrder {
  const isKept = kept !== null && shown.includes(kept) && !incoming.includes(kept);
  if (!held) return { shown: isKept ? withKept(shown, incoming, kept) : incoming, waiting: [] };
  const there = new Set(incoming);
  const known = new Set(shown);
  const stayed = shown.filter((id) => there.has(id) || id === kept);
  const lastKnown = incoming.findLastIndex((id) => known.has(id));
  const isNew = (id: string) => !known.has(id);
  return {
    shown: [...stayed, ...incoming.slice(lastKnown + 1).filter(isNew)],
    waiting: incoming.slice(0, lastKnown + 1).filter(isNew),
  };
}

/** Puts a row that has left the list where it stood. */
function withKept(shown: readonly string[], incoming: readonly string[], kept: string): readonly string[] {
  return incoming.toSpliced(Math.min(shown.indexOf(kept), incoming.length), 0, kept);
}
