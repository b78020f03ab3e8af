import { useEffect, useState } from 'react';
import { pressedKey } from '../ui/pressedKey.ts';

/** Runs the action of a key that is pressed without a modifier, wherever the focus is. */
export function useKeys(actions: ReadonlyMap<string, () => void>): void {
  const [latest] = useState<{ actions: typeof actions }>(() => ({ actions }));
  latest.actions = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = latest.actions.get(pressedKey(event) ?? '');
      if (!act) return;
      event.preventDefault();
      act();
    };
    // Captured, since the dialog keeps the arrow keys to itself.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [latest]);
}
