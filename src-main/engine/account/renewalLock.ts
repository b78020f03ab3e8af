import { join } from 'node:path';
import type { Clock } from '#shared/clock.ts';
import type { Log } from '#shared/log.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { type FileLock, takeFileLock } from '../store/fileLock.ts';

const RETRY_EVERY_MS = 250;
/** Longer than a call to X and the saving of its response can take. */
const GIVE_UP_MS = MINUTE_MS;

/**
 * Lets one process at a time renew the tokens of the workspace in `dir`: a refresh token works once, so of two processes
 * that use it at the same time one would be signed out. Resolves with null if the others take longer than a minute.
 */
export function createRenewalLock(dir: string, clock: Clock, log: Log): () => Promise<FileLock | null> {
  const take = (): FileLock | null => {
    try {
      const taken = takeFileLock(join(dir, 'renewal.sqlite'));
      return taken.ok ? taken.value : withoutLock;
    } catch (cause) {
      // On a full disk, two renewals at once are better than none.
      log('account.notLocked', { cause: cause instanceof Error ? cause.message : 'unknown' });
      return withoutLock;
    }
  };
  return async () => {
    const until = clock.now() + GIVE_UP_MS;
    for (let lock = take(); ; lock = take()) {
      if (lock || clock.now() >= until) return lock;
      await new Promise<void>((resolve) => clock.after(RETRY_EVERY_MS, resolve));
    }
  };
}

const withoutLock: FileLock = { release: () => {} };
