import { type RefObject, useEffect, useRef } from 'react';
import { type FocusArea, useUi } from './ui.ts';

/** Returns a ref; its element is focused whenever the focus is sent to `area`. */
export function useFocusArea<E extends HTMLElement>(area: FocusArea): RefObject<E | null> {
  const ref = useRef<E>(null);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area === area) ref.current?.focus({ preventScroll: true });
  }, [focus, area]);
  return ref;
}
