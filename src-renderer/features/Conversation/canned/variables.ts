import type { KeyboardEvent } from 'react';
import { findVariables } from '#shared/domain/variables.ts';
import { pressedKey } from '../../../ui/pressedKey.ts';

/**
 * Selects the next variable behind the cursor, else the first, so that what is typed takes its place. Returns false if the text has
 * none.
 */
export function selectNextVariable(field: HTMLTextAreaElement): boolean {
  const variables = findVariables(field.value);
  const next = variables.find(({ start }) => start >= field.selectionEnd) ?? variables[0];
  if (!next) return false;
  field.focus();
  field.setSelectionRange(next.start, next.end);
  return true;
}

/** Tab goes from one variable to the next while there are any; returns whether it did. */
export function onVariableKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  if (pressedKey(event) !== 'Tab' || !selectNextVariable(event.currentTarget)) return false;
  event.preventDefault();
  return true;
}
