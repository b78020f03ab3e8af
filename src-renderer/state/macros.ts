import { create } from 'zustand';
import type { Macro } from '#shared/domain/macro.ts';
import type { Warning } from '#shared/guards.ts';

/** A macro that cannot run before somebody says what its reply needs, or allows it in spite of what guards warn of. */
export interface AskingMacro {
  readonly macro: Macro;
  readonly conversationId: string;
  /** What its reply needs. */
  readonly variables: readonly string[];
  /** What guards have refused it for; empty before they have seen it complete. */
  readonly warnings: readonly Warning[];
  /** What somebody has said of the variables. */
  readonly values: Readonly<Record<string, string>>;
}

/** Which macro asks for something. */
export const useAskingMacro = create<{ readonly asking: AskingMacro | null }>()(() => ({ asking: null }));

/** Asks for what a macro needs, or no longer with null. */
export function askForMacro(asking: AskingMacro | null): void {
  useAskingMacro.setState({ asking });
}
