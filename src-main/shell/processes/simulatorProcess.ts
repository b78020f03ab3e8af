import { z } from 'zod';
import type { Clock } from '#shared/clock.ts';
import type { ChildProcess } from './processHost.ts';
import { Supervisor } from './supervisor.ts';

const STOP_TIMEOUT_MS = 2_000;

const Listening = z.object({ type: z.literal('listening'), url: z.url() });

interface SimulatorProcessOptions<P> {
  /** Starts the simulator on a port; 0 picks a free one. */
  readonly fork: (port: number) => ChildProcess<P>;
  readonly clock: Clock;
  /** Called with its address each time it starts to listen; the address stays the same over restarts. */
  readonly onListening: (url: string) => void;
  /** It crashed too often and is not restarted. */
  readonly onGivenUp: () => void;
}

/** A running simulator. */
export interface SimulatorProcess {
  /** Kills it, and resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts the simulator of the demo workspace, and restarts it after a crash on the port that the engine knows. */
export function startSimulator<P>(options: SimulatorProcessOptions<P>): SimulatorProcess {
  let port = 0;
  const supervisor = new Supervisor<P>({
    fork: () => options.fork(port),
    clock: options.clock,
    onStarted: (child) =>
      child.onMessage((message) => {
        const listening = Listening.safeParse(message);
        if (!listening.success) return;
        port = Number(new URL(listening.data.url).port);
        options.onListening(listening.data.url);
      }),
    onCrashed: ({ restarting }) => {
      if (!restarting) options.onGivenUp();
    },
  });
  supervisor.start();
  return { stop: () => supervisor.stop((child) => child.kill(), STOP_TIMEOUT_MS) };
}
