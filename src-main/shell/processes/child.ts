/** A process that the shell started, whatever started it. `P` is the kind of port that can be sent along. */
export interface Child<P> {
  readonly pid: number | undefined;
  post(message: unknown, ports?: readonly P[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls `listener` once when the process has ended, however it ended. */
  onExit(listener: (code: number) => void): void;
  kill(): void;
}
