import { useLayoutEffect, useRef } from 'react';

/** Whether a key press is meant for something that is still to come. */
type IsAwaited = (press: KeyboardEvent) => boolean;

const awaited = new Set<{ readonly current: IsAwaited }>();

/** Whether a key press is meant for something that is not there yet, such as the field of a conversation that is being drawn. */
export function isTypedAhead(press: KeyboardEvent): boolean {
  return [...awaited].some(({ current }) => current(press));
}

/**
 * While the component is mounted, key presses for which `isAwaited` returns true are kept, and all that follow them; they happen in their
 * order as soon as it returns false.
 */
export function useTypeAhead(isAwaited: IsAwaited): void {
  const latest = useRef(isAwaited);
  useLayoutEffect(() => {
    latest.current = isAwaited;
  });
  useLayoutEffect(() => {
    awaited.add(latest);
    return () => void awaited.delete(latest);
  }, []);
}
