import { type MessagePortMain, utilityProcess } from 'electron';
import type { Log } from '../base/log.ts';
import type { Child } from './child.ts';

interface ForkOptions {
  readonly script: string;
  readonly args: readonly string[];
  /** What the system's process list shows. */
  readonly name: string;
  readonly log: Log;
}

/** Starts a script in an Electron utility process; what it writes goes into the log. */
export function forkUtility({ script, args, name, log }: ForkOptions): Child<MessagePortMain> {
  const child = utilityProcess.fork(script, [...args], {
    serviceName: name,
    stdio: 'pipe',
    env: childEnvironment(),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => log(name, { wrote: String(text).trim().slice(0, 4_000) }));
  }
  child.on('spawn', () => log(`${name} started`, { pid: child.pid }));
  // Without a listener this event would end the shell as well. Its report is left out: it holds the environment.
  child.on('error', (type, location) => log(`${name} ran into an error`, { type, location }));
  child.on('exit', (code) => log(`${name} ended`, { code }));
  return {
    get pid() {
      return child.pid;
    },
    post: (message, ports) => child.postMessage(message, ports ? [...ports] : undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

/** The environment without what is a secret of the command line's own door. */
function childEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'PERCH_X_TOKEN');
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
