import { z } from 'zod';
import type { Clock } from '#shared/clock.ts';
import type { Child } from './child.ts';
import { KeptProcess } from './supervisor.ts';

const STOP_MS = 2_000;

const Listening = z.object({ type: z.literal('listening'), url: z.url() });

interface SimulatorProcessOptions<P> {
  /** Starts the built-in X on a port; 0 picks a free one. */
  readonly fork: (port: number) => Child<P>;
  readonly clock: Clock;
  /** Called with its address whenever it has begun to listen; the same one after a restart. */
  readonly onListening: (url: string) => void;
  /** It ended too often and is not started again. */
  readonly onGone: () => void;
}

/** The built-in X of the demo workspace. */
export interface SimulatorProcess {
  stop(): Promise<void>;
}

/** Starts the built-in X; after a fall it comes back on the port that the engine knows. */
export function startSimulator<P>(options: SimulatorProcessOptions<P>): SimulatorProcess {
  let port = 0;
  const kept = new KeptProcess<P>({
    fork: () => options.fork(port),
    clock: options.clock,
    onStarted: (child) =>
      child.onMessage((message) => {
        const listening = Listening.safeParse(message);
        if (!listening.success) return;
        port = Number(new URL(listening.data.url).port);
        options.onListening(listening.data.url);
      }),
    onEnded: ({ restarting }) => {
      if (!restarting) options.onGone();
    },
  });
  kept.start();
  return { stop: () => kept.stop((child) => child.kill(), STOP_MS) };
}
