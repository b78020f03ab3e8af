/** How long a batch of work on the index may block the engine, and how long it is free before the next one. */
const BATCH_MS = 12;
export const PAUSE_MS = 10;

/** How much of it a batch does. */
interface BatchSizes {
  readonly first: number;
  readonly least: number;
  readonly most: number;
}

/** Sizes of batches that follow each other, so that each takes about as long as it may. */
export interface BatchSize {
  readonly get: () => number;
  /** Takes note of how long the last batch took. */
  readonly took: (ms: number) => void;
}

export function createBatchSize({ first, least, most }: BatchSizes): BatchSize {
  let size = first;
  return {
    get: () => size,
    took: (ms) => {
      const fitting = Math.floor((size * BATCH_MS) / Math.max(1, ms));
      size = Math.min(Math.max(fitting, least), size * 2, most);
    },
  };
}
