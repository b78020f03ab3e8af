import type { Clock } from '#shared/clock.ts';
import type { Port } from '#shared/rpc/client.ts';
import type { Child } from './child.ts';

/** What a workspace needs from the machine; `P` is the kind of port that processes can be sent. */
export interface WorkspaceHost<P> {
  readonly clock: Clock;
  forkEngine(): Child<P>;
  /** Starts the built-in X on a port; 0 picks a free one. */
  forkSimulator(port: number): Child<P>;
  /** Both ends of a new channel. */
  createChannel(): { readonly engineEnd: P; readonly otherEnd: P };
  toPort(end: P): Port;
}
