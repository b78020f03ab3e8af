import type { Clock } from '../../../shared/clock.ts';
import type { Tokens } from '../../../shared/contract/enginePort.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../log.ts';
import type { FileLock } from '../store/fileLock.ts';
import type { OAuth, TokenFailure } from '../x/oauth.ts';

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

export interface SessionOptions {
  readonly initial: Credentials | null;
  readonly oauth: OAuth;
  readonly sink: SecretSink;
  /** Waits until no other process renews; null where that took too long. */
  readonly lock: () => Promise<FileLock | null>;
  readonly clock: Clock;
  readonly log: Log;
  /** X accepts the token no longer and it cannot be renewed. */
  readonly onSignedOut: () => void;
}

/** Keeps the tokens in memory and renews them. */
export interface Session {
  /** The token to use now: `notConnected` without a login, `unauthorised` after X has refused it. */
  token(): Result<string, AppError>;
  /** X refused `token`: answers whether there is another one now. At most one renewal runs at a time. */
  renew(token: string): Promise<boolean>;
  /** Takes over a new login once it is saved. */
  replace(credentials: Credentials): Promise<void>;
}

// X has been seen to refuse good tokens for a while, so a refusal is not for ever.
const TRY_AGAIN_MS = 15 * 60_000;
const SAVE_AGAIN_MS = 30_000;

/** A session that starts with the tokens that were saved last. */
export function createSession(options: SessionOptions): Session {
  const { clock, oauth, log } = options;
  let current = options.initial;
  let isSaved = true;
  let refusedAt: number | null = null;
  let renewal: Promise<boolean> | null = null;

  // A clock that was set back must not keep it refused for as long as it was set back.
  const isRefused = () =>
    refusedAt !== null && clock.now() >= refusedAt && clock.now() < refusedAt + TRY_AGAIN_MS;
  const use = (credentials: Credentials) => {
    current = credentials;
    refusedAt = null;
  };
  const replace = async (credentials: Credentials) => {
    isSaved = await save(options, credentials);
    use(credentials);
    if (!isSaved) saveLater();
  };
  const saveLater = () => {
    clock.after(SAVE_AGAIN_MS, async () => {
      if (isSaved || !current) return;
      const unsaved = current;
      const done = await save(options, unsaved);
      if (current === unsaved) isSaved = done;
      if (!isSaved) saveLater();
    });
  };
  const signOut = () => {
    refusedAt = clock.now();
    log('account.signedOut');
    options.onSignedOut();
    return false;
  };
  /** True where another process has renewed; what could not be saved here is newer than anything there. */
  const takeOver = async (): Promise<boolean> => {
    const known = current;
    const saved = isSaved ? await load(options) : null;
    if (!saved || current !== known || saved.tokens.accessToken === known?.tokens.accessToken) return false;
    log('account.takenOver');
    use(saved);
    return true;
  };
  const giveUp = async ({ kind }: TokenFailure): Promise<boolean> =>
    kind === 'refused' && ((await takeOver()) || signOut());
  const renewLocked = async (): Promise<boolean> => {
    if (await takeOver()) return true;
    const used = current;
    const { tokens, clientId } = used ?? {};
    if (!tokens?.refreshToken || !clientId) return signOut();
    const renewed = await oauth.refresh(clientId, tokens.refreshToken);
    log('account.renewed', { outcome: renewed.ok ? 'ok' : renewed.error.kind });
    // Meanwhile somebody logged in anew.
    if (current !== used) return true;
    if (!renewed.ok) return await giveUp(renewed.error);
    // A server that does not rotate sends no new refresh token: the old one stays good.
    await replace({ tokens: { refreshToken: tokens.refreshToken, ...renewed.value }, clientId });
    return true;
  };
  const renewOnce = async (): Promise<boolean> => {
    const lock = await options.lock();
    if (!lock) return false;
    try {
      return await renewLocked();
    } finally {
      lock.release();
    }
  };

  return {
    token: () => {
      if (!current) return err({ code: 'notConnected' });
      return isRefused() ? err({ code: 'unauthorised' }) : ok(current.tokens.accessToken);
    },
    renew: async (token) => {
      if (current && current.tokens.accessToken !== token) return true;
      renewal ??= renewOnce().finally(() => {
        renewal = null;
      });
      return await renewal;
    },
    replace,
  };
}

// The old pair is already worthless, so a pair that could not be saved is still better than none.
async function save({ sink, log }: SessionOptions, { tokens, clientId }: Credentials): Promise<boolean> {
  try {
    await sink.saveTokens(tokens, clientId);
    return true;
  } catch (cause) {
    log('account.tokensNotSaved', { cause: cause instanceof Error ? cause.message : 'unknown' });
    return false;
  }
}

async function load({ sink, log }: SessionOptions): Promise<Credentials | null> {
  try {
    return (await sink.loadTokens?.()) ?? null;
  } catch (cause) {
    log('account.tokensNotRead', { cause: cause instanceof Error ? cause.message : 'unknown' });
    return null;
  }
}
