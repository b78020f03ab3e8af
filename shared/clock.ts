/** Where all times come from, so that tests need no waiting. Times are epoch milliseconds in UTC. */
export interface Clock {
  now(): number;
  /** Calls `run` once, `delayMs` from now or as soon as possible after; the answer cancels it. */
  after(delayMs: number, run: () => void): () => void;
}
