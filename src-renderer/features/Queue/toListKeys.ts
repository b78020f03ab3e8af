import type { KeyboardEvent } from 'react';

/** Moves the selection with the keys that every list knows; `page` is how many rows fit. */
export function toListKeys(page: number, selectBy: (step: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    selectBy(step);
  };
}
