import type { Clock } from '#shared/clock.ts';
import type { Tokens } from '#shared/contract/enginePort.ts';
import type { Log } from '#shared/log.ts';

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
  return new SavingKeeper(options);
}

class SavingKeeper implements CredentialKeeper {
  readonly #options: KeeperOptions;
  #current: Credentials | null;
  #isSaved = true;
  /** Ends with all that is being saved. */
  #keeping: Promise<void> = Promise.resolve();

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#current = options.initial;
  }

  current(): Credentials | null {
    return this.#current;
  }

  keep(credentials: Credentials, from?: Credentials): Promise<void> {
    this.#keeping = this.#keeping.then(async () => {
      if (from && this.#current !== from) return;
      this.#isSaved = await save(this.#options, credentials);
      this.#current = credentials;
      if (!this.#isSaved) this.#saveLater();
    });
    return this.#keeping;
  }

  async isReplaced(credentials: Credentials): Promise<boolean> {
    await this.#keeping;
    return this.#current !== credentials;
  }

  async takeOver(): Promise<boolean> {
    const known = this.#current;
    // What could not be saved here is newer than anything there.
    const saved = this.#isSaved ? await load(this.#options) : null;
    if (!saved || this.#current !== known) return false;
    if (saved.tokens.accessToken === known?.tokens.accessToken) return false;
    this.#options.log('account.takenOver');
    this.#current = saved;
    return true;
  }

  #saveLater(): void {
    this.#options.clock.after(SAVE_AGAIN_MS, async () => {
      if (this.#isSaved || !this.#current) return;
      const unsaved = this.#current;
      const isDone = await save(this.#options, unsaved);
      if (this.#current === unsaved) this.#isSaved = isDone;
      if (!this.#isSaved) this.#saveLater();
    });
  }
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
