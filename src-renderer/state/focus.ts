import { type FocusEventHandler, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type FocusArea, neighbourOf, useUi } from './ui.ts';

/** Returns a ref; its element is focused whenever the focus is sent to `area`. */
export function useFocusArea<E extends HTMLElement>(area: FocusArea): RefObject<E | null> {
  const ref = useRef<E>(null);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    // The panes are all on the screen; the field of the cap is on a page.
    if (focus.area === area) ref.current?.focus({ preventScroll: area !== 'cap' });
  }, [focus, area]);
  return ref;
}

/** The attribute that carries the id of an entry. */
const attribute = 'data-entry';

/** The attributes that make an element a focusable entry. */
export function asEntry(id: string) {
  return { [attribute]: id, tabIndex: -1 } as const;
}

/** Focuses an entry inside `root`. Returns whether it exists. */
export function focusEntry(root: ParentNode | null, id: string | null): boolean {
  if (id === null) return false;
  const entry = root?.querySelector<HTMLElement>(`[${attribute}="${CSS.escape(id)}"]`);
  entry?.focus();
  return entry !== null && entry !== undefined;
}

/** Moves the focus by `step` entries inside `root`, staying inside the list. */
export function focusEntryBy(root: ParentNode | null, step: number): void {
  const entries = [...(root?.querySelectorAll<HTMLElement>(`[${attribute}]`) ?? [])];
  const at = entries.findIndex((entry) => entry.contains(document.activeElement));
  const start = at < 0 && step < 0 ? entries.length : at;
  entries[Math.min(entries.length - 1, Math.max(0, start + step))]?.focus();
}

/** The id of the entry that has or contains the focus. */
export function focusedEntry(): string | null {
  return document.activeElement?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/**
 * Moves the focus to the neighbouring entry when the focused one leaves the list, or to the screen's list if none is
 * left. Returns the props of the list element.
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
