import { useEffect, useState } from 'react';

const tickMs = 250;

/** Whole seconds until a time, counting down; 0 once it has passed or if there is none. */
export function useSecondsLeft(until: number | null | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === null || until === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [until]);
  return until === null || until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));
}
