import { pressedKey } from '../ui/pressedKey.ts';
import { isLetter, isText, type KeyPlace, toLatinKey } from './keyPlaces.ts';
import type { Command } from './registry.ts';

/** How long after the first key the second key of a sequence counts, in milliseconds. */
export const sequenceMs = 1_000;

/**
 * A key press in the notation of commands: `j`, `?`, `Shift+R`, `Mod+Enter`, `Mod+Alt+Enter`. A letter that is not Latin counts as what a US
 * keyboard has in its place, so that о of a Russian keyboard is `j`; otherwise the typed character counts, wherever it is.
 * Null for a modifier alone, for a press that an input method takes, and for a letter typed with AltGr.
 */
export function toStroke(event: KeyboardEvent): string | null {
  const pressed = pressedKey(event);
  if (pressed === null || modifiers.has(pressed)) return null;
  // On many keyboards AltGr types characters, and Windows reports it as Ctrl+Alt.
  const isAltGr = event.getModifierState('AltGraph') || (event.ctrlKey && event.altKey);
  if (isAltGr && isText(pressed)) return isLetter(pressed) ? null : pressed;
  const key = toLatinKey(pressed, event);
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  return event.altKey ? `${isText(key) ? '' : mod}Alt+${key}` : `${mod}${toShifted(key, event)}`;
}

// A character that Shift has typed says so itself.
function toShifted(key: string, { shiftKey }: KeyboardEvent): string {
  if (!isText(key)) return shiftKey ? `Shift+${key}` : key;
  if (!isLetter(key)) return key;
  return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
}

/** The keys that do nothing alone. */
export const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Dead',
  'Process',
]);

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
  /**
   * The command that this key press completes; `pending` if it may start a sequence; null if neither. After a letter that is
   * not Latin, the second key may also be meant by its place: a Greek keyboard has `;` where Latin ones have q.
   */
  read(
    stroke: string,
    commands: readonly Command[],
    at: number,
    place?: KeyPlace,
  ): Command | 'pending' | null;
}

/** Creates a reader that remembers the first key of a sequence for `sequenceMs`. */
export function createStrokeReader(): StrokeReader {
  let begun: { readonly stroke: string; readonly at: number; readonly isForeign: boolean } | null = null;

  return {
    read: (stroke, commands, at, place = noPlace) => {
      const first = begun && at - begun.at <= sequenceMs ? begun : null;
      begun = null;
      const enabled = commands.filter((command) => command.when?.() !== false);
      const seconds = [stroke, ...(first?.isForeign && place.letter ? [place.letter] : [])];
      const sequences = first ? seconds.map((second) => withKeys(enabled, `${first.stroke} ${second}`)) : [];
      const found = sequences.find((sequence) => sequence) ?? withKeys(enabled, stroke);
      if (found) return found;
      if (!enabled.some((command) => command.keys?.some((keys) => keys.startsWith(`${stroke} `))))
        return null;
      begun = { stroke, at, isForeign: place.isForeign };
      return 'pending';
    },
  };
}

function withKeys(commands: readonly Command[], keys: string): Command | undefined {
  return commands.findLast((command) => command.keys?.includes(keys));
}

const noPlace: KeyPlace = { letter: null, isForeign: false };

const controls = 'button, a, summary, [role="separator"], [role="button"]';

/** True if the focused element handles Enter itself, such as a button, a link or a pane resizer. */
export function isOnControl(): boolean {
  return document.activeElement?.matches(controls) ?? false;
}
