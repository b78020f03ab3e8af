import { useEffect, useState } from 'react';
import { chooseKeys, findKeysProblem, type KeysProblem, type ShortcutId } from '#shared/domain/shortcuts.ts';
import { sequenceMs, toStroke } from '../../commands/keys.ts';
import { useSetPreferences, useShellState } from '../../shell/ShellProvider.tsx';

/** Reads the new keys of a command from the keyboard. */
export interface KeyCapture {
  /** The command whose keys are being changed, or null. */
  readonly id: ShortcutId | null;
  /** What was pressed until now. */
  readonly pressed: string | null;
  /** Why what was pressed cannot be used, or not yet. */
  readonly problem: KeysProblem | null;
  open(id: ShortcutId): void;
  close(): void;
}

interface Pressed {
  readonly keys: string;
  /** A second key would still make it a sequence. */
  readonly isOpenEnded: boolean;
}

/**
 * Captures keys while the keys of a command are being changed: every key is taken before anything else sees it. Keys without a problem are saved
 * at once, a single key after the time in which a second one would make it a sequence.
 */
export function useKeyCapture(): KeyCapture {
  const { shortcuts: chosen } = useShellState().preferences;
  const setPreferences = useSetPreferences();
  const [id, setId] = useState<ShortcutId | null>(null);
  const [pressed, setPressed] = useState<Pressed | null>(null);
  const problem = id && pressed && !pressed.isOpenEnded ? findKeysProblem(id, pressed.keys, chosen) : null;
  const close = () => {
    setId(null);
    setPressed(null);
  };
  const choose = (keys: string | null) => {
    if (id) setPreferences({ shortcuts: toPlain(chooseKeys(id, keys, chosen)) });
    close();
  };
  const onStroke = (stroke: string) => {
    if (stroke === 'Escape') close();
    else if (stroke === 'Backspace') choose(null);
    else if (stroke === 'Enter' && pressed && problem?.code === 'taken') choose(pressed.keys);
    else if (pressed?.isOpenEnded && isPlain(stroke))
      setPressed({ keys: `${pressed.keys} ${stroke}`, isOpenEnded: false });
    else setPressed({ keys: stroke, isOpenEnded: isPlain(stroke) });
  };
  useEveryKey(id !== null, onStroke);
  useEffect(() => {
    if (!pressed?.isOpenEnded) {
      if (pressed && !problem) choose(pressed.keys);
      return () => {};
    }
    const timer = setTimeout(() => setPressed({ ...pressed, isOpenEnded: false }), sequenceMs);
    return () => clearTimeout(timer);
  });
  return { id, pressed: pressed?.keys ?? null, problem, open: setId, close };
}

/** Calls `onStroke` with each key press, which nothing else sees, while `isOn`. */
function useEveryKey(isOn: boolean, onStroke: (stroke: string) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => {
      const stroke = toStroke(event);
      // The way on to the next control.
      if (stroke?.endsWith('Tab')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (stroke !== null && !event.repeat) onStroke(stroke);
    };
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  });
}

/** Sequences are made of keys without modifiers. */
function isPlain(stroke: string): boolean {
  return stroke.length === 1;
}

function toPlain(keys: ReturnType<typeof chooseKeys>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(keys).map(([id, own]) => [id, [...own]]));
}
