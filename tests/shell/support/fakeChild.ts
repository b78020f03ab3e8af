import type { ChildProcess } from '#shell/processes/processHost.ts';

/** A child process that a test controls. */
export interface FakeChild extends ChildProcess<string> {
  /** What the shell posted, with the transferred ports. */
  readonly received: { readonly message: unknown; readonly ports: readonly string[] }[];
  /** Sends a message to the shell. */
  send(message: unknown): void;
  exit(code: number): void;
  readonly killed: () => boolean;
}

/** A process that does nothing by itself; when killed it exits with code 9. */
export function fakeChild(pid = 1): FakeChild {
  const messageListeners: ((message: unknown) => void)[] = [];
  const exitListeners: ((code: number) => void)[] = [];
  let killed = false;
  const exit = (code: number) => {
    for (const listener of exitListeners.splice(0)) listener(code);
  };
  const received: { message: unknown; ports: readonly string[] }[] = [];
  return {
    pid,
    received,
    post: (message, ports = []) => void received.push({ message, ports }),
    onMessage: (listener) => void messageListeners.push(listener),
    onExit: (listener) => void exitListeners.push(listener),
    kill: () => {
      killed = true;
      exit(9);
    },
    send: (message) => {
      for (const listener of messageListeners) listener(message);
    },
    exit,
    killed: () => killed,
  };
}
