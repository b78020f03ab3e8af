import { useState } from 'react';
import { useSetShellSettings, useShellState } from './ShellProvider.tsx';

/** The width of a pane in pixels; follows the resizer and is saved when the drag ends. */
export function usePaneWidth(setting: 'listWidth' | 'personWidth') {
  const { settings } = useShellState();
  const setSettings = useSetShellSettings();
  const [moved, setMoved] = useState<number | null>(null);
  return {
    value: moved ?? settings[setting],
    onMove: setMoved,
    onEnd: (width: number) => {
      setMoved(null);
      setSettings({ [setting]: width });
    },
  };
}
