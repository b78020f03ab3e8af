import type { Clock } from '#shared/clock.ts';
import type { Port } from '#shared/rpc/client.ts';

/** A child process; `P` is the type of port that can be transferred to it. */
export interface ChildProcess<P> {
  readonly pid: number | undefined;
  post(message: unknown, ports?: readonly P[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls `listener` once, when the process has exited for whatever reason. */
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** Starts the processes of a workspace. Electron implements it in the application, a fake in tests. */
export interface ProcessHost<P> {
  readonly clock: Clock;
  forkEngine(): ChildProcess<P>;
  /** Starts the simulator on a port; 0 picks a free one. */
  forkSimulator(port: number): ChildProcess<P>;
  /** A new channel: one end for the engine, the other for its client. */
  createChannel(): { readonly engineEnd: P; readonly otherEnd: P };
  /** Makes a channel's end usable by an engine client in this process. */
  toPort(end: P): Port;
}
