import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import { useTypeAhead } from './typeAhead.ts';

/**
 * Returns what moves the focus, once each time that `isWanted` becomes true, from a menu to its first entry, so that Enter takes
 * it. A menu that a press on its trigger opens does so by itself; one that a shortcut opens only focuses itself, with the next frame:
 * keys wait for that.
 */
export function useFirstFocused(isWanted: boolean): (event: FocusEvent<HTMLElement>) => void {
  const isDue = useRef(false);
  useLayoutEffect(() => {
    isDue.current = isWanted;
  }, [isWanted]);
  useTypeAhead(() => isDue.current);
  return ({ target, currentTarget }) => {
    if (!isDue.current) return;
    isDue.current = false;
    if (target === currentTarget) currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
}
