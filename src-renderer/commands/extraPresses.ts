import type { Command } from './registry.ts';

/**
 * How long the key of a command that `isRepeated` counts as one press too many, in milliseconds: after its last press, or after the
 * command brought the focus into a field, which takes a while on a busy machine.
 */
export const extraPressMs = 1_000;

/** Tells one press too many of a command's key from typing, once the command has brought the focus into a text field. */
export interface ExtraPresses {
  /** Remembers the press that ran a command; with null one that ran none, which ends the wait for more. */
  ran(stroke: string, command: Command | null, at: number): void;
  /** Remembers when a text field got the focus. */
  focused(at: number): void;
  /** Ends the wait for more: what follows a click is meant. */
  forget(): void;
  /** True for a key that has been held down since it ran a command, and for one too many of a command that `isRepeated`. */
  isExtra(stroke: string, event: Pick<KeyboardEvent, 'repeat' | 'timeStamp'>): boolean;
}

/** Creates an `ExtraPresses` that remembers one key. */
export function createExtraPresses(): ExtraPresses {
  let last: { readonly stroke: string; readonly isRepeated: boolean; readonly at: number } | null = null;
  return {
    ran: (stroke, command, at) => {
      last = command && { stroke, isRepeated: command.isRepeated === true, at };
    },
    focused: (at) => {
      if (last) last = { ...last, at };
    },
    forget: () => {
      last = null;
    },
    isExtra: (stroke, { repeat, timeStamp }) => {
      if (last?.stroke !== stroke) return false;
      const isExtra = repeat || (last.isRepeated && timeStamp - last.at <= extraPressMs);
      last = isExtra ? { ...last, at: timeStamp } : null;
      return isExtra;
    },
  };
}
