import type { Child } from '#shell/processes/child.ts';

/** A process that a test plays itself. */
export interface FakeChild extends Child<string> {
  /** What the shell posted, the ports of each message beside it. */
  readonly received: { readonly message: unknown; readonly ports: readonly string[] }[];
  say(message: unknown): void;
  end(code: number): void;
  readonly killed: () => boolean;
}

/** A process that does nothing by itself; killing it ends it with 9. */
export function fakeChild(pid = 1): FakeChild {
  const hearers: ((message: unknown) => void)[] = [];
  const mourners: ((code: number) => void)[] = [];
  let killed = false;
  const end = (code: number) => {
    for (const mourn of mourners.splice(0)) mourn(code);
  };
  const received: { message: unknown; ports: readonly string[] }[] = [];
  return {
    pid,
    received,
    post: (message, ports = []) => void received.push({ message, ports }),
    onMessage: (listener) => void hearers.push(listener),
    onExit: (listener) => void mourners.push(listener),
    kill: () => {
      killed = true;
      end(9);
    },
    say: (message) => {
      for (const hear of hearers) hear(message);
    },
    end,
    killed: () => killed,
  };
}
