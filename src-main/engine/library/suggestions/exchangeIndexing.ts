import type { EngineContext } from '../../context/context.ts';
import { queueOutdated } from '../../store/exchangeQueue.ts';
import { deriveQueued } from './deriveExchanges.ts';

/** How long a slice may block the engine, without the time that the disk takes, and how long it is free before the next one. */
const SLICE_MS = 1.5;
const PAUSE_MS = 12;
/** How often to see whether there is something to do. */
const REST_MS = 15_000;

/**
 * Keeps the index of earlier replies current: derives what was queued in slices, after an update everything. What is queued is on
 * disk, so that the next engine goes on where this one is killed. Returns a function that stops it.
 */
export function startExchangeIndexing({
  db,
  clock,
  log,
}: Pick<EngineContext, 'db' | 'clock' | 'log'>): () => void {
  let cancel = () => {};
  let isChecked = false;
  const slice = (): number => {
    if (!isChecked) queueOutdated(db);
    isChecked = true;
    const start = performance.now();
    return deriveQueued(db, () => performance.now() - start >= SLICE_MS) ? REST_MS : PAUSE_MS;
  };
  const tick = () => {
    let restMs = REST_MS;
    try {
      restMs = slice();
    } catch (cause) {
      log('suggestions.indexingFailed', { cause: String(cause) });
    }
    cancel = clock.after(restMs, tick);
  };
  cancel = clock.after(0, tick);
  return () => cancel();
}
