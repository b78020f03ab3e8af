import path from 'node:path';
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import type { Port } from '#shared/rpc/client.ts';
import { systemClock } from '#shared/systemClock.ts';
import type { Locations } from '../base/locations.ts';
import type { Log } from '../base/log.ts';
import type { ChildProcess, ProcessHost } from './processHost.ts';

interface HostOptions {
  readonly locations: Locations;
  /** The file in which the simulator keeps its state. */
  readonly simulatorState: string;
  readonly log: Log;
}

/** Runs the engine and the simulator in Electron's utility processes. */
export function electronHost({ locations, simulatorState, log }: HostOptions): ProcessHost<MessagePortMain> {
  return {
    clock: systemClock,
    forkEngine: () => forkUtility({ script: locations.engine, args: [], name: 'Perch engine', log }),
    forkSimulator: (port) =>
      forkUtility({
        script: locations.simulator,
        args: [
          ...['--port', String(port), '--no-limits'],
          ...['--scenario', path.join(locations.assets, 'demo', 'scenario.json')],
          ...['--state', simulatorState],
        ],
        name: 'Perch simulator',
        log,
      }),
    createChannel: () => {
      const { port1, port2 } = new MessageChannelMain();
      return { engineEnd: port1, otherEnd: port2 };
    },
    toPort,
  };
}

interface ForkOptions {
  readonly script: string;
  readonly args: readonly string[];
  /** Shown in the system's process list. */
  readonly name: string;
  readonly log: Log;
}

/** Forks a utility process; its output goes to the log. */
function forkUtility({ script, args, name, log }: ForkOptions): ChildProcess<MessagePortMain> {
  const child = utilityProcess.fork(script, [...args], {
    serviceName: name,
    stdio: 'pipe',
    env: childEnvironment(),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => log('process.output', { name, text: String(text).trim().slice(0, 4_000) }));
  }
  child.on('spawn', () => log('process.started', { name, pid: child.pid }));
  // An unhandled error event would end the shell. Its report is not logged, since it contains the environment.
  child.on('error', (type, location) => log('process.failed', { name, type, location }));
  child.on('exit', (code) => log('process.exited', { name, code }));
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

/** The environment without the access token that the command-line engine takes from it. */
function childEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name !== 'PERCH_X_TOKEN');
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function toPort(port: MessagePortMain): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => listener(event.data));
      port.start();
    },
    onClose: (listener) => void port.once('close', listener),
  };
}
