import { createContext, useContext, useSyncExternalStore } from 'react';

/** What the pieces of `ui/` take from the window around them, so that they need not know it. */
export interface UiHost {
  /** The first keys of a command, if it has any. */
  keysOf(command: string): string | undefined;
  /** Calls `listener` after each change of commands until the returned function is called. */
  onKeysChange(listener: () => void): () => void;
  /** How often the focus was sent to an area of the window. */
  focusRequests(): number;
}

/** Without a host no keys are shown, and a dialog always gives the focus back. */
export const UiHostContext = createContext<UiHost>({
  keysOf: () => undefined,
  onKeysChange: () => () => {},
  focusRequests: () => 0,
});

/** The first keys of a command; re-renders only when they change. */
export function useCommandKeys(command: string | undefined): string | undefined {
  const { keysOf, onKeysChange } = useContext(UiHostContext);
  return useSyncExternalStore(onKeysChange, () => (command === undefined ? undefined : keysOf(command)));
}
