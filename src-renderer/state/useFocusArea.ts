import { type RefObject, useEffect, useRef } from 'react';
import { type FocusArea, useUi } from './ui.ts';

/** A ref whose element takes the focus whenever it is sent to `area`. */
export function useFocusArea<E extends HTMLElement>(area: FocusArea): RefObject<E | null> {
  const ref = useRef<E>(null);
  const focus = useUi((state) => state.focus);
  useEffect(() => {
    if (focus.area === area) ref.current?.focus({ preventScroll: true });
  }, [focus, area]);
  return ref;
}
