import { useRef, useState } from 'react';

/**
 * Runs something that takes time, once at a time. `isBusy` is true meanwhile; another run then does nothing and returns undefined,
 * however soon it comes: two presses of a key can arrive before the first one is drawn.
 */
export function useBusy() {
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setBusy(true);
    try {
      return await work();
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return { isBusy, run };
}
