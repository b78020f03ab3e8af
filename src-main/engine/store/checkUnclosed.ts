import { statSync } from 'node:fs';
import { join } from 'node:path';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { type CheckOptions, checkStoreApart } from './checkApart.ts';
import { STORE_FILE, type StoreCheck } from './open.ts';
import { markDamaged, readOpenMarker } from './storeMarkers.ts';

/** The check of a larger store takes longer than a moment: about a second for 250 MB, more if the disk has to be read. */
const LONG_BYTES = 100 * 1024 * 1024;

/** Whether the store in `dir` was not closed, and is so large that its check takes a while. One that is known to be damaged is not meant. */
export function isCheckLong(dir: string, leastBytes = LONG_BYTES): boolean {
  const size = statSync(join(dir, STORE_FILE), { throwIfNoEntry: false })?.size ?? 0;
  return size >= leastBytes && readOpenMarker(dir) === 'open';
}

/**
 * Checks the store in `dir` in a thread of its own, while others read it; one that is damaged is marked so. Returns null if it could not be
 * checked. Never rejects.
 */
export async function checkUnclosed(dir: string, options: CheckOptions): Promise<StoreCheck | null> {
  const { log, signal } = options;
  try {
    const damage = await checkStoreApart(join(dir, STORE_FILE), options);
    log('store.checkedAfterCrash', { isSound: damage === null });
    if (damage !== null) markDamaged(dir);
    return { damage };
  } catch (cause) {
    // Opening it checks it again.
    if (!signal?.aborted) log('store.checkFailed', { cause: toErrorMessage(cause) });
    return null;
  }
}
