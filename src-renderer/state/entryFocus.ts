import { type FocusEventHandler, type RefObject, useLayoutEffect, useRef } from 'react';
import { neighbourOf, useUi } from './ui.ts';

/** The attribute that tells an entry of a list by its id. */
const attribute = 'data-entry';

/** What an entry carries so that it can have the focus. */
export function asEntry(id: string) {
  return { [attribute]: id, tabIndex: -1 } as const;
}

/** Gives an entry inside `root` the focus, if it is there. */
export function focusEntry(root: ParentNode | null, id: string | null): boolean {
  if (id === null) return false;
  const entry = root?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`);
  entry?.focus();
  return entry !== null && entry !== undefined;
}

/** Moves the focus along the entries inside `root`, staying inside them. */
export function focusEntryBy(root: ParentNode | null, step: number): void {
  const entries = [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  const at = entries.findIndex((entry) => entry.contains(document.activeElement));
  const start = at < 0 && step < 0 ? entries.length : at;
  entries[Math.min(entries.length - 1, Math.max(0, start + step))]?.focus();
}

/** The id of the entry that has the focus, or holds what has it. */
export function focusedEntry(): string | null {
  return document.activeElement?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/**
 * Gives the focus to the neighbour when the entry that had it leaves the list; to the place's list where none is left.
 * Answers what the list has to be told of the focus.
 */
export function useNeighbourFocus(root: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const last = useRef<string | null>(null);
  const before = useRef(ids);
  useLayoutEffect(() => {
    const lost = last.current;
    if (lost !== null && !ids.includes(lost)) {
      last.current = null;
      const hasNone = document.activeElement === null || document.activeElement === document.body;
      const neighbour = neighbourOf(before.current, lost);
      if (hasNone && !focusEntry(root.current, neighbour)) useUi.getState().focusOn('list');
    }
    before.current = ids;
  }, [ids, root]);
  const onFocus: FocusEventHandler = () => {
    last.current = focusedEntry();
  };
  return { onFocus };
}
