import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { SetUpError } from './setUpError.ts';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called once with the running child process, for callers that may have to kill it. */
  readonly onStart?: (child: ChildProcess) => void;
}

const keptTail = 4000;

/**
 * Runs a command without showing its output. Resolves with its stdout; rejects with a `SetUpError` that holds the last 4,000
 * characters of its output.
 */
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

/** Whether PATH has a program of this name. Needs a POSIX shell. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name], { stdio: 'ignore' }).status === 0;
}

/** Runs a short command synchronously and returns its stdout, or an empty string if it cannot be started. */
export function readOutput(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}

/** Whether this process runs as root, which may install packages but cannot use Chromium's sandbox. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
