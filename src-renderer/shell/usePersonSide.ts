import { useSyncExternalStore } from 'react';
import { useUi } from '../state/ui.ts';
import { useSetPreferences, useShellState } from './ShellProvider.tsx';

/** In windows narrower than this, in pixels, the person is shown over the conversation. */
const narrowBelow = 1180;

/** Whether and how the person pane is shown, and how to toggle it. */
export function usePersonSide(): { readonly isShown: boolean; readonly isOver: boolean; toggle(): void } {
  const { preferences } = useShellState();
  const setPreferences = useSetPreferences();
  const personOver = useUi((state) => state.personOver);
  const setPersonOver = useUi((state) => state.setPersonOver);
  const isNarrow = useSyncExternalStore(onResize, () => window.innerWidth < narrowBelow);
  return isNarrow
    ? { isShown: personOver, isOver: true, toggle: () => setPersonOver(!personOver) }
    : {
        isShown: preferences.personShown,
        isOver: false,
        toggle: () => setPreferences({ personShown: !preferences.personShown }),
      };
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
