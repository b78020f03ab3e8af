import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { pressedKey } from './pressedKey.ts';

/** Where a context menu opens: at the pointer, or below the thing that a key has asked about. */
export interface MenuPlace {
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect };
  /** Whether a key has opened it: then its first entry is highlighted. */
  readonly byKey: boolean;
}

/** At the pointer. */
export function atPointer({
  clientX,
  clientY,
}: {
  readonly clientX: number;
  readonly clientY: number;
}): MenuPlace {
  const point = new DOMRect(clientX, clientY, 0, 0);
  return { anchor: { getBoundingClientRect: () => point }, byKey: false };
}

/** Below an element, as far as it is there; its place is remembered in case it goes away. */
export function below(element: Element): MenuPlace {
  const place = element.getBoundingClientRect();
  return { anchor: { getBoundingClientRect: () => place }, byKey: true };
}

/** Whether a key press asks for the menu of what has the focus: the Menu key or Shift+F10. */
export function isMenuKey(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const key = pressedKey(event);
  return key === 'ContextMenu' || (key === 'F10' && event.shiftKey);
}
