import { useSyncExternalStore } from 'react';
import { ownsKeys } from '../../commands/keys.ts';

/** Whether the focus is in a text field, a menu or a dialog, where single keys are no shortcuts. */
export function useIsWriting(): boolean {
  return useSyncExternalStore(subscribe, () => ownsKeys(document.activeElement));
}

function subscribe(onChange: () => void): () => void {
  document.addEventListener('focusin', onChange);
  document.addEventListener('focusout', onChange);
  return () => {
    document.removeEventListener('focusin', onChange);
    document.removeEventListener('focusout', onChange);
  };
}
