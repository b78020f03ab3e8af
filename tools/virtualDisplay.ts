import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetUpError } from './setUpError.ts';

export interface Display {
  /** Environment variables that make a program open its windows on this display. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => void;
}

const displayServer = 'Xvfb';
const startLimitMs = 20_000;

/** Whether a user's display is available: always on macOS and Windows, on Linux if DISPLAY or WAYLAND_DISPLAY is set. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts Xvfb with 1280 x 800 pixels on the first free display number. It ends with `close` or with this process. */
export async function startVirtualDisplay(): Promise<Display> {
  const screen = ['-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn(displayServer, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const close = () => {
    server.kill();
  };
  closeOnExit(close);
  const displayNumber = server.stdio[3];
  if (!displayNumber) throw new Error('Xvfb was started without its output pipe');
  const ended = once(server, 'exit').then(
    () => null,
    () => null,
  );
  const started = once(displayNumber, 'data', { signal: AbortSignal.timeout(startLimitMs) }).catch(
    () => null,
  );
  const output = await Promise.race([started, ended]);
  if (output === null) throw new SetUpError('the virtual display (Xvfb) did not start');
  const env = {
    DISPLAY: `:${String(output[0]).trim()}`,
    WAYLAND_DISPLAY: '',
    ELECTRON_OZONE_PLATFORM_HINT: 'x11',
  };
  return { env, close };
}

/** Signals are turned into a normal exit, since by default they end Node.js without an exit event. */
function closeOnExit(close: () => void): void {
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
