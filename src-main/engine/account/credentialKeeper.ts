import type { Clock } from '../../../shared/clock.ts';
import type { Tokens } from '../../../shared/contract/enginePort.ts';
import type { Log } from '../log.ts';

/** Where tokens survive the process. */
export interface SecretSink {
  /** Resolves when they are safe. */
  saveTokens(tokens: Tokens, clientId: string | null): Promise<void>;
  /** What was saved last, perhaps by another process; absent where nobody else can save. */
  loadTokens?(): Promise<Credentials | null>;
}

/** A login that is in use: its tokens and the client that they came from. */
export interface Credentials {
  readonly tokens: Tokens;
  readonly clientId: string | null;
}

export interface KeeperOptions {
  readonly initial: Credentials | null;
  readonly sink: SecretSink;
  readonly clock: Clock;
  readonly log: Log;
}

/** The login in use, in memory and where it survives the process. */
export interface CredentialKeeper {
  current(): Credentials | null;
  /**
   * Uses a login from when it is saved; one that cannot be saved is used all the same, and saved later. One that follows
   * from the login `from` is dropped where another one has taken its place.
   */
  keep(credentials: Credentials, from?: Credentials): Promise<void>;
  /** Whether another login than this one is in use, or will be once it is saved, for which this waits. */
  isReplaced(credentials: Credentials): Promise<boolean>;
  /** Uses what another process has saved since; false where there is nothing newer than what is in use. */
  takeOver(): Promise<boolean>;
}

const SAVE_AGAIN_MS = 30_000;

/** A keeper of the login that was saved last. */
export function createCredentialKeeper(options: KeeperOptions): CredentialKeeper {
  const { clock, log } = options;
  let current = options.initial;
  let isSaved = true;
  /** Ends with all that is being saved. */
  let keeping: Promise<void> = Promise.resolve();

  const saveLater = () => {
    clock.after(SAVE_AGAIN_MS, async () => {
      if (isSaved || !current) return;
      const unsaved = current;
      const done = await save(options, unsaved);
      if (current === unsaved) isSaved = done;
      if (!isSaved) saveLater();
    });
  };
  return {
    current: () => current,
    keep: (credentials, from) => {
      keeping = keeping.then(async () => {
        if (from && current !== from) return;
        isSaved = await save(options, credentials);
        current = credentials;
        if (!isSaved) saveLater();
      });
      return keeping;
    },
    isReplaced: async (credentials) => {
      await keeping;
      return current !== credentials;
    },
    takeOver: async () => {
      const known = current;
      // What could not be saved here is newer than anything there.
      const saved = isSaved ? await load(options) : null;
      if (!saved || current !== known || saved.tokens.accessToken === known?.tokens.accessToken) return false;
      log('account.takenOver');
      current = saved;
      return true;
    },
  };
}

// The old pair is already worthless, so a pair that could not be saved is still better than none.
async function save({ sink, log }: KeeperOptions, { tokens, clientId }: Credentials): Promise<boolean> {
  try {
    await sink.saveTokens(tokens, clientId);
    return true;
  } catch (cause) {
    log('account.tokensNotSaved', { cause: cause instanceof Error ? cause.message : 'unknown' });
    return false;
  }
}

async function load({ sink, log }: KeeperOptions): Promise<Credentials | null> {
  try {
    return (await sink.loadTokens?.()) ?? null;
  } catch (cause) {
    log('account.tokensNotRead', { cause: cause instanceof Error ? cause.message : 'unknown' });
    return null;
  }
}
