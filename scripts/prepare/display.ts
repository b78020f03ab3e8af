import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetUpError } from './setUpError.ts';

export interface Display {
  /** What a program must find in its environment to show its windows here. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

const displayServer = 'Xvfb';
const startLimitMs = 20_000;

/** Whether windows can be shown to a person: always on macOS and Windows, on Linux when a display is named. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a virtual display of 1280 x 800 on the first free number; it ends with `close` or with this process. */
export async function startVirtualDisplay(): Promise<Display> {
  const screen = ['-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn(displayServer, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const close = () => {
    server.kill();
  };
  endWithThisProcess(close);
  const numbers = server.stdio[3];
  if (!numbers) throw new Error('Xvfb was started without its answering pipe');
  const ended = once(server, 'exit').then(
    () => null,
    () => null,
  );
  const named = once(numbers, 'data', { signal: AbortSignal.timeout(startLimitMs) }).catch(() => null);
  const answer = await Promise.race([named, ended]);
  if (answer === null) throw new SetUpError('the virtual display (Xvfb) did not start');
  const env = {
    DISPLAY: `:${String(answer[0]).trim()}`,
    WAYLAND_DISPLAY: '',
    ELECTRON_OZONE_PLATFORM_HINT: 'x11',
  };
  return { env, close };
}

/** Also when it is asked to end: by itself a signal ends Node.js without an exit event. */
function endWithThisProcess(close: () => void): void {
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
