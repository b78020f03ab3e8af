import { pressedKey } from '../ui/pressedKey.ts';

/** What a US keyboard has on the keys, besides letters, where others have letters; without Shift and with it. */
const usSigns: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** What a US keyboard has in the place of this key; null for keys that other keyboards use for no letters. */
function toPlace({ code, shiftKey }: KeyboardEvent): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? usSigns[code]?.[shiftKey ? 1 : 0] ?? null;
}

/** The key itself, or what a US keyboard has in its place if it has typed a letter that is not Latin. */
export function toLatinKey(key: string, event: KeyboardEvent): string {
  return isForeign(key) ? (toPlace(event) ?? key) : key;
}

/** The place of a key on a keyboard, for sequences. */
export interface KeyPlace {
  /** The letter that a US keyboard has there; null for other keys and with modifiers. */
  readonly letter: string | null;
  /** Whether the press has typed a letter that is not Latin. */
  readonly isForeign: boolean;
}

/** The place of the key that was pressed. */
export function toKeyPlace(event: KeyboardEvent): KeyPlace {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  const place = hasModifier ? null : toPlace(event);
  const letter = place !== null && isLetter(place) ? place : null;
  return { letter, isForeign: isForeign(pressedKey(event) ?? '') };
}

/** True for what a press types, false for a named key such as `Enter`. Some keys type two characters, such as لا. */
export function isText(key: string): boolean {
  return key.length === 1 || !/^[A-Za-z0-9]+$/.test(key);
}

/** True for a typed letter. */
export function isLetter(key: string): boolean {
  return isText(key) && /^[\p{L}\p{M}]+$/u.test(key);
}

/** True for a typed letter of another script than Latin. */
function isForeign(key: string): boolean {
  return isLetter(key) && !/\p{Script=Latin}/u.test(key);
}
