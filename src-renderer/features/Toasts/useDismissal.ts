import { useEffect } from 'react';

/** How long a toast stays on the screen, in milliseconds. */
const SHOWN_MS = 8_000;

/** Dismisses a toast after a while in which it may go by itself: not from under the pointer or the focus. */
export function useDismissal(mayGo: boolean, dismiss: () => void): void {
  useEffect(() => {
    if (!mayGo) return;
    const timer = setTimeout(dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [mayGo, dismiss]);
}
