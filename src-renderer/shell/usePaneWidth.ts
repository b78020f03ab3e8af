import { useState } from 'react';
import { useSetShellSettings, useShellState } from './ShellProvider.tsx';

/** The width of a pane in pixels: follows its bar, and is remembered where the bar is let go. */
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
