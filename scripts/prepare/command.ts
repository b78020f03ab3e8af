import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { SetUpError } from './setUpError.ts';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called once with the running child, for a caller that may have to end it. */
  readonly onStart?: (child: ChildProcess) => void;
}

const keptTail = 4000;

/** Runs a command silently and gives its standard output; fails with the end of what it printed. */
export function runQuietly(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    options.onStart?.(child);
    let output = '';
    let tail = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      tail = (tail + text).slice(-keptTail);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-keptTail);
    });
    child.once('error', (error) =>
      reject(new SetUpError(`${command} could not be started (${error.message})`)),
    );
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else
        reject(new SetUpError(`${command} ${args.join(' ')} failed (${signal ?? code}):\n${tail.trimEnd()}`));
    });
  });
}

/** Whether a program of this name can be found in PATH; only on systems that have a POSIX shell. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { stdio: 'ignore' }).status === 0;
}

/** Standard output of a quick command, or an empty string where it cannot be run. */
export function outputOf(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}

/** Whether this process runs as root, where packages can be installed and Chromium's sandbox cannot run. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
