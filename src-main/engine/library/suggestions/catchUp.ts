import type { Db } from '../../store/open.ts';
import { getStoreError } from '../../store/storeHealth.ts';
import { deriveQueued } from './deriveExchanges.ts';

/** So long at most a call waits for what was captured just before it, and so long at once the engine is busy with that. */
const CATCH_UP_MS = 150;
const SLICE_MS = 1.5;

/** Derives what is queued, as far as a call can wait for it. */
export async function catchUp(db: Db): Promise<void> {
  const until = performance.now() + CATCH_UP_MS;
  while (!getStoreError(db) && performance.now() < until) {
    const start = performance.now();
    if (deriveQueued(db, () => performance.now() - start >= SLICE_MS)) return;
    await new Promise(setImmediate);
  }
}
