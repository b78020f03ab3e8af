import { useEffect, useState } from 'react';

/**
 * False until the first frame with this component was drawn, for what may follow it. A deferred value does not do: what is drawn
 * because of another deferred value has its final value at once.
 */
export function useAfterFirstFrame(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setAfter(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isAfter;
}
