import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

/** The `keyCode` of a press that an input method takes; some systems report it without `isComposing`. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * The key of a press; null while an input method composes a text, as for Japanese: then Enter, Escape and the arrow keys
 * choose its words. Every handler reads its key here.
 */
export function pressedKey(event: KeyboardEvent | ReactKeyboardEvent): string | null {
  const { isComposing, keyCode, key } = 'nativeEvent' in event ? event.nativeEvent : event;
  return isComposing || keyCode === TAKEN_BY_INPUT_METHOD ? null : key;
}
