import { useState } from 'react';
import { useSetPreferences, useShellState } from '../../ShellProvider.tsx';

/** The width of a pane in pixels: follows its bar, and is remembered where the bar is let go. */
export function usePaneWidth(setting: 'listWidth' | 'personWidth') {
  const { preferences } = useShellState();
  const setPreferences = useSetPreferences();
  const [moved, setMoved] = useState<number | null>(null);
  return {
    value: moved ?? preferences[setting],
    onMove: setMoved,
    onEnd: (width: number) => {
      setMoved(null);
      setPreferences({ [setting]: width });
    },
  };
}
