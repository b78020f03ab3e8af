import { join } from 'node:path';
import type { Clock } from '#shared/clock.ts';
import type { Log } from '#shared/log.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { type FileLock, takeFileLock } from '../store/fileLock.ts';

const LOOK_EVERY_MS = 250;
/** Longer than a call to X and the saving of its answer can take. */
const GIVE_UP_MS = MINUTE_MS;

/** Lets one process at a time renew the tokens of the workspace in `dir`; null where the others took too long. */
export function createRenewalLock(dir: string, clock: Clock, log: Log): () => Promise<FileLock | null> {
  const take = (): FileLock | null => {
    try {
      const taken = takeFileLock(join(dir, 'renewal.sqlite'));
      return taken.ok ? taken.value : withoutLock;
    } catch (cause) {
      // On a full disk, being signed out would be worse than two renewals at once.
      log('account.notLocked', { cause: cause instanceof Error ? cause.message : 'unknown' });
      return withoutLock;
    }
  };
  return async () => {
    const until = clock.now() + GIVE_UP_MS;
    for (let lock = take(); ; lock = take()) {
      if (lock || clock.now() >= until) return lock;
      await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
    }
  };
}

const withoutLock: FileLock = { release: () => {} };
