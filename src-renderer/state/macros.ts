import { create } from 'zustand';
import type { Macro } from '#shared/domain/macro.ts';

/** A macro that cannot run before somebody says what its reply needs. */
export interface AskingMacro {
  readonly macro: Macro;
  readonly conversationId: string;
  readonly variables: readonly string[];
}

/** Which macro asks for something. */
export const useAskingMacro = create<{ readonly asking: AskingMacro | null }>()(() => ({ asking: null }));

/** Asks for what a macro needs, or no longer with null. */
export function askForMacro(asking: AskingMacro | null): void {
  useAskingMacro.setState({ asking });
}
