import type { Clock } from '#shared/clock.ts';
import type { Tokens } from '#shared/contract/enginePort.ts';
import type { Log } from '#shared/log.ts';
import { SECOND_MS } from '#shared/time.ts';

/** Storage where tokens survive the process. */
export interface SecretSink {
  /** Resolves once they are safe. */
  saveTokens(tokens: Tokens, clientId: string | null): Promise<void>;
  /** Loads what was saved last, perhaps by another process; absent if no other process can save. */
  loadTokens?(): Promise<Credentials | null>;
}

/** The tokens of a login, and the OAuth client that they came from; null for a pasted token. */
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

/** Keeps the login in use, in memory and in its storage. */
export interface CredentialKeeper {
  current(): Credentials | null;
  /**
   * Saves a login, then uses it. If saving fails it is used all the same and saved again every 30 seconds. With `from`,
   * the login that it renews: dropped if another login has replaced that one meanwhile.
   */
  keep(credentials: Credentials, from?: Credentials): Promise<void>;
  /** Whether another login than this one is in use; waits for logins that are being saved. */
  isReplaced(credentials: Credentials): Promise<boolean>;
  /** Takes over the login that another process has saved. Returns false if there is nothing newer. */
  takeOver(): Promise<boolean>;
}

const SAVE_AGAIN_MS = 30 * SECOND_MS;

/** A keeper that starts with the login that was saved last. */
export function createCredentialKeeper(options: KeeperOptions): CredentialKeeper {
  return new SavingKeeper(options);
}

class SavingKeeper implements CredentialKeeper {
  readonly #options: KeeperOptions;
  #current: Credentials | null;
  #isSaved = true;
  /** Resolves when everything that is being saved has ended. */
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
    // A login that could not be saved is newer than the saved one.
    const saved = this.#isSaved ? await load(this.#options) : null;
    if (!saved || this.#current !== known) return false;
    if (saved.tokens.accessToken === known?.tokens.accessToken) return false;
    this.#options.log('account.loginTakenOver');
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

// X has already invalidated the old pair, so an unsaved new pair is better than none.
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
    log('account.tokensNotLoaded', { cause: cause instanceof Error ? cause.message : 'unknown' });
    return null;
  }
}
