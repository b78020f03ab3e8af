import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * Returns what moves the focus, once each time that `isWanted` becomes true, from a menu to its first entry, so that Enter takes
 * it. A menu that a press on its trigger opens does so by itself; one that a shortcut opens only focuses itself.
 */
export function useFirstFocused(isWanted: boolean): (event: FocusEvent<HTMLElement>) => void {
  const isDue = useRef(false);
  useLayoutEffect(() => {
    isDue.current = isWanted;
  }, [isWanted]);
  return ({ target, currentTarget }) => {
    if (!isDue.current || target !== currentTarget) return;
    isDue.current = false;
    currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
}
