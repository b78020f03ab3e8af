import { useEffect } from 'react';

/**
 * How long something must be open before it counts as read, in milliseconds, so that skimming a list changes
 * nothing.
 */
const READ_AFTER_MS = 600;

/** Calls `mark` once something has been visible for a while, as long as that `isWanted`. */
export function useOnceSeen(isWanted: boolean, mark: () => void): void {
  useEffect(() => {
    if (!isWanted) return;
    const markIfVisible = () => {
      if (document.visibilityState === 'visible') mark();
    };
    const timer = setTimeout(markIfVisible, READ_AFTER_MS);
    document.addEventListener('visibilitychange', markIfVisible);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', markIfVisible);
    };
  }, [isWanted, mark]);
}
