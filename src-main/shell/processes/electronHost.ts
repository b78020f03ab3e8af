import path from 'node:path';
import { MessageChannelMain, type MessagePortMain } from 'electron';
import { systemClock } from '#shared/systemClock.ts';
import type { Locations } from '../base/locations.ts';
import type { Log } from '../base/log.ts';
import { DEMO_ID, workspaceDir } from '../workspaces/workspacePlan.ts';
import { toPort } from './portPipe.ts';
import type { WorkspaceHost } from './processHost.ts';
import { forkUtility } from './utilityChild.ts';

interface HostFacts {
  readonly locations: Locations;
  readonly userData: string;
  readonly log: Log;
}

/** Runs the engine and the simulator in Electron's utility processes. */
export function electronHost({ locations, userData, log }: HostFacts): WorkspaceHost<MessagePortMain> {
  return {
    clock: systemClock,
    forkEngine: () => forkUtility({ script: locations.engine, args: [], name: 'Perch engine', log }),
    forkSimulator: (port) =>
      forkUtility({
        script: locations.simulator,
        args: [
          ...['--port', String(port), '--no-limits'],
          ...['--scenario', path.join(locations.assets, 'demo', 'scenario.json')],
          ...['--state', path.join(workspaceDir(userData, DEMO_ID), 'simulator.json')],
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
