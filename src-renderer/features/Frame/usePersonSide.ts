import { useSyncExternalStore } from 'react';
import { useSetPreferences, useShellState } from '../../ShellProvider.tsx';
import { useUi } from '../../state/ui.ts';

/** Below this width of the window the person has no pane of its own, in pixels. */
const narrowBelow = 1180;

/** Whether and how the person is shown, and how to change that. */
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
