import { useState } from 'react';
import { useSetPreferences, useShellState } from './ShellProvider.tsx';

/** The width of a pane in pixels; follows the resizer and is saved when the drag ends. */
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
