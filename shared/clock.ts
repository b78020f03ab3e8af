/** The source of all times, so that tests need no waiting. Times are epoch milliseconds in UTC. */
export interface Clock {
  now(): number;
  /** Whole milliseconds since some moment, which nobody can set; may stand still while the machine sleeps. */
  elapsedMs(): number;
  /** Calls `run` once, `delayMs` from now or as soon as possible after that; the returned function cancels it. */
  after(delayMs: number, run: () => void): () => void;
}
