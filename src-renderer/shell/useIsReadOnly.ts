import { useShellState } from './ShellProvider.tsx';

/** Whether the open workspace is a file that is only read: what changes something is not offered there. */
export const useIsReadOnly = (): boolean => useShellState().workspace.kind === 'readOnly';
