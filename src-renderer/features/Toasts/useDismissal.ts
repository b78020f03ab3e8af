import { useEffect } from 'react';

/** How long a toast stays on the screen, in milliseconds. */
const shownMs = 8_000;

/** Dismisses a toast after a while, but not from under the pointer or the focus. */
export function useDismissal(isLookedAt: boolean, dismiss: () => void): void {
  useEffect(() => {
    if (isLookedAt) return;
    const timer = setTimeout(dismiss, shownMs);
    return () => clearTimeout(timer);
  }, [isLookedAt, dismiss]);
}
