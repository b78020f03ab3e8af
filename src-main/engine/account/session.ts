import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { MINUTE_MS } from '#shared/time.ts';
import type { FileLock } from '../store/fileLock.ts';
import { toAppError } from '../x/client/failures.ts';
import type { OAuth } from '../x/client/oauth.ts';
import {
  type CredentialKeeper,
  type Credentials,
  createCredentialKeeper,
  type KeeperOptions,
} from './credentialKeeper.ts';

export interface SessionOptions extends KeeperOptions {
  readonly oauth: OAuth;
  /** Waits until no other process renews; null if that took too long. */
  readonly lock: () => Promise<FileLock | null>;
  /** Called when X no longer accepts the token and it cannot be renewed. */
  readonly onSignedOut: () => void;
}

type Renewal = Result<null, AppError>;

/**
 * Keeps the tokens in memory and renews them.
 *
 *     401 ──> wait for other processes ──> another login was saved? take it over
 *                                       └─ else refresh ─┬─ ok: save, then use
 *                                                        ├─ refused: signed out; tried again after 15 minutes,
 *                                                        │  a token that cannot be renewed after one minute
 *                                                        └─ failed (offline, ...): the error; the login stays
 */
export interface Session {
  /** The token to use now: `notConnected` without a login, `unauthorised` after X has refused it. */
  token(): Result<string, AppError>;
  /**
   * Called after a 401 with the token that X refused. Resolves ok if a new token is available (retry once), else the
   * reason: `unauthorised` only if X will not renew it. At most one renewal runs at a time.
   */
  renew(token: string): Promise<Renewal>;
  /** Uses a new login once it is saved. */
  replace(credentials: Credentials): Promise<void>;
}

/** A session that starts with the tokens that were saved last. */
export function createSession(options: SessionOptions): Session {
  const keeper = createCredentialKeeper(options);
  const refusal = createRefusal(options.clock);
  let renewal: Promise<Renewal> | null = null;
  const renewOnce = async (): Promise<Renewal> => {
    const lock = await options.lock();
    if (!lock) return err({ code: 'timedOut' });
    try {
      const outcome = await renewLocked(options, keeper);
      if (outcome.ok) refusal.end();
      else if (outcome.error.code === 'unauthorised') refusal.begin(canRenew(keeper.current()));
      return outcome;
    } finally {
      lock.release();
    }
  };

  return {
    token: () => {
      const current = keeper.current();
      if (!current) return err({ code: 'notConnected' });
      return refusal.isOn() ? err({ code: 'unauthorised' }) : ok(current.tokens.accessToken);
    },
    renew: async (token) => {
      const current = keeper.current();
      if (current && current.tokens.accessToken !== token) return renewed;
      renewal ??= renewOnce().finally(() => {
        renewal = null;
      });
      return await renewal;
    },
    replace: async (credentials) => {
      await keeper.keep(credentials);
      refusal.end();
    },
  };
}

const renewed: Renewal = ok(null);

const canRenew = (credentials: Credentials | null): boolean => credentials?.tokens.refreshToken !== undefined;

async function renewLocked(options: SessionOptions, keeper: CredentialKeeper): Promise<Renewal> {
  if (await keeper.takeOver()) return renewed;
  const used = keeper.current();
  const { tokens, clientId } = used ?? {};
  if (!used || !tokens?.refreshToken || !clientId) return signOut(options);
  const result = await options.oauth.refresh(clientId, tokens.refreshToken);
  options.log('account.renewed', { outcome: result.ok ? 'ok' : result.error.kind });
  // Somebody logged in again meanwhile.
  if (await keeper.isReplaced(used)) return renewed;
  if (result.ok) {
    // A server that does not rotate sends no new refresh token: the old one stays valid.
    await keeper.keep({ tokens: { refreshToken: tokens.refreshToken, ...result.value }, clientId }, used);
    return renewed;
  }
  if (result.error.kind === 'failed') return err(toAppError(result.error.failure, options.clock.now()));
  const isNew = (await keeper.takeOver()) || (await keeper.isReplaced(used));
  return isNew ? renewed : signOut(options);
}

function signOut({ log, onSignedOut }: SessionOptions): Renewal {
  log('account.signedOut');
  onSignedOut();
  return err({ code: 'unauthorised' });
}

// X has been seen to refuse valid tokens for a while, so a refusal is not final. Of a token that cannot be renewed one 401 is all
// there is, so it is tried again sooner.
const RENEW_AGAIN_MS = 15 * MINUTE_MS;
const USE_AGAIN_MS = MINUTE_MS;

/** Whether X has refused the login, within the last 15 minutes, or the last one if it cannot be renewed. */
function createRefusal(clock: Clock) {
  let since: number | null = null;
  let forMs = 0;
  return {
    begin: (canBeRenewed: boolean) => {
      since = clock.now();
      forMs = canBeRenewed ? RENEW_AGAIN_MS : USE_AGAIN_MS;
    },
    end: () => {
      since = null;
    },
    // A clock that is set back must not prolong the refusal.
    isOn: () => since !== null && clock.now() >= since && clock.now() < since + forMs,
  };
}
