import type { StartCommand } from './autostartEntry.ts';

interface Running {
  readonly isPackaged: boolean;
  /** The folder of the application, which an unpackaged Electron must be told. */
  readonly appPath: string;
  readonly execPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The command that starts this Perch again with these arguments. An AppImage runs from a folder that is gone by then. */
export function toStartCommand(
  { isPackaged, appPath, execPath, env }: Running,
  args: readonly string[],
): StartCommand {
  return {
    program: (isPackaged && env.APPIMAGE) || execPath,
    args: isPackaged ? args : [appPath, ...args],
  };
}
