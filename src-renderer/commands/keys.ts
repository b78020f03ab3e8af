import type { Command } from './registry.ts';

/** How long after the first key the second key of a sequence counts, in milliseconds. */
export const sequenceMs = 1_000;

/** A key press in the notation of commands: `j`, `?`, `Shift+R`, `Mod+Enter`. Null for a modifier alone. */
export function toStroke(event: KeyboardEvent): string | null {
  const { key } = event;
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process'].includes(key))
    return null;
  const mod = event.ctrlKey || event.metaKey;
  // On many keyboards AltGr types characters, and Windows reports it as Ctrl+Alt.
  if (event.altKey && !(mod && key.length === 1)) return `Alt+${key}`;
  const shift = event.shiftKey && (key.length > 1 || isLetter(key));
  const name = key.length === 1 && isLetter(key) ? (shift ? key.toUpperCase() : key.toLowerCase()) : key;
  return `${mod && !event.altKey ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** True if single-key shortcuts are off in this element: it takes text, or it is part of a menu or dialog. */
export function ownsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // A dialog that is animating out no longer owns keys.
  if (target.closest('[data-closed]')) return false;
  if (target.isContentEditable) return true;
  return (
    target.closest(`${textFields}, [role="dialog"], [role="alertdialog"], [role="menu"], [data-own-keys]`) !==
    null
  );
}

const textFields =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Finds the command for each key press, including two-key sequences. */
export interface StrokeReader {
  /** The command that this key press completes; `pending` if it may start a sequence; null if neither. */
  read(stroke: string, commands: readonly Command[], at: number): Command | 'pending' | null;
}

/** Creates a reader that remembers the first key of a sequence for `sequenceMs`. */
export function createStrokeReader(): StrokeReader {
  let begun: { readonly stroke: string; readonly at: number } | null = null;

  return {
    read: (stroke, commands, at) => {
      const first = begun && at - begun.at <= sequenceMs ? begun.stroke : null;
      begun = null;
      const enabled = commands.filter((command) => command.when?.() !== false);
      const sequence = first === null ? undefined : withKeys(enabled, `${first} ${stroke}`);
      const found = sequence ?? withKeys(enabled, stroke);
      if (found) return found;
      if (!enabled.some((command) => command.keys?.some((keys) => keys.startsWith(`${stroke} `))))
        return null;
      begun = { stroke, at };
      return 'pending';
    },
  };
}

function withKeys(commands: readonly Command[], keys: string): Command | undefined {
  return commands.findLast((command) => command.keys?.includes(keys));
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

const controls = 'button, a, summary, [role="separator"], [role="button"]';

/** True if the focused element handles Enter itself, such as a button, a link or a pane resizer. */
export function isOnControl(): boolean {
  return document.activeElement?.matches(controls) ?? false;
}
