import { rm } from 'node:fs/promises';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import type { Log } from '../base/log.ts';

/**
 * Deletes all cached pictures, which are fetched again when they are shown: they are named by a hash of their address, so nobody can tell
 * whose they are. Never rejects.
 */
export async function clearPictures(cacheDir: string, log: Log): Promise<void> {
  try {
    await rm(cacheDir, { recursive: true, force: true });
  } catch (cause) {
    log('pictures.notCleared', { cause: toErrorMessage(cause) });
  }
}
