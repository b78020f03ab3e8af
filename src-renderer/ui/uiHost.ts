import { createContext, useContext, useSyncExternalStore } from 'react';

/** What `ui/` needs from the window, injected by context so that `ui/` imports nothing above it. */
export interface UiHost {
  /** The first shortcut of a command, if it has one. */
  keysOf(command: string): string | undefined;
  /** Whether a command is there at all; false for one that is refused while a workspace is only read. */
  isOffered(command: string): boolean;
  /** Calls `listener` after each change of commands until the returned function is called. */
  onKeysChange(listener: () => void): () => void;
  /** How often the focus has been sent to an area of the window. */
  focusRequests(): number;
}

/** Without a host no shortcuts are shown, every command is offered, and a dialog always returns the focus. */
export const UiHostContext = createContext<UiHost>({
  keysOf: () => undefined,
  isOffered: () => true,
  onKeysChange: () => () => {},
  focusRequests: () => 0,
});

/** The first shortcut of a command; re-renders only when it changes. */
export function useCommandKeys(command: string | undefined): string | undefined {
  const { keysOf, onKeysChange } = useContext(UiHostContext);
  return useSyncExternalStore(onKeysChange, () => (command === undefined ? undefined : keysOf(command)));
}

/** Whether something that runs this command, or none, is to be drawn. */
export function useIsOffered(command: string | undefined): boolean {
  const { isOffered } = useContext(UiHostContext);
  return command === undefined || isOffered(command);
}
