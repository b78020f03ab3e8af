import { useUi } from '../state/ui.ts';
import { useSetPreferences, useShellState } from './ShellProvider.tsx';
import { useIsPersonOver } from './usePanes.ts';

/** Whether and how the person pane is shown, and how to toggle it. */
export function usePersonSide(): { readonly isShown: boolean; readonly isOver: boolean; toggle(): void } {
  const { preferences } = useShellState();
  const setPreferences = useSetPreferences();
  const personOver = useUi((state) => state.personOver);
  const setPersonOver = useUi((state) => state.setPersonOver);
  const isNarrow = useIsPersonOver();
  return isNarrow
    ? { isShown: personOver, isOver: true, toggle: () => setPersonOver(!personOver) }
    : {
        isShown: preferences.personShown,
        isOver: false,
        toggle: () => setPreferences({ personShown: !preferences.personShown }),
      };
}
