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
  /** Waits until no other process renews; null where that took too long. */
  readonly lock: () => Promise<FileLock | null>;
  /** X accepts the token no longer and it cannot be renewed. */
  readonly onSignedOut: () => void;
}

type Renewal = Result<null, AppError>;

/** Keeps the tokens in memory and renews them. */
export interface Session {
  /** The token to use now: `notConnected` without a login, `unauthorised` after X has refused it. */
  token(): Result<string, AppError>;
  /**
   * X refused `token`: good where there is another one now, else why not; `unauthorised` only where X will not renew it. At
   * most one renewal runs at a time.
   */
  renew(token: string): Promise<Renewal>;
  /** Takes over a new login once it is saved. */
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
      else if (outcome.error.code === 'unauthorised') refusal.begin();
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

async function renewLocked(options: SessionOptions, keeper: CredentialKeeper): Promise<Renewal> {
  if (await keeper.takeOver()) return renewed;
  const used = keeper.current();
  const { tokens, clientId } = used ?? {};
  if (!used || !tokens?.refreshToken || !clientId) return signOut(options);
  const answer = await options.oauth.refresh(clientId, tokens.refreshToken);
  options.log('account.renewed', { outcome: answer.ok ? 'ok' : answer.error.kind });
  // Meanwhile somebody logged in anew.
  if (await keeper.isReplaced(used)) return renewed;
  if (answer.ok) {
    // A server that does not rotate sends no new refresh token: the old one stays good.
    await keeper.keep({ tokens: { refreshToken: tokens.refreshToken, ...answer.value }, clientId }, used);
    return renewed;
  }
  if (answer.error.kind === 'failed') return err(toAppError(answer.error.failure, options.clock.now()));
  const isNew = (await keeper.takeOver()) || (await keeper.isReplaced(used));
  return isNew ? renewed : signOut(options);
}

function signOut({ log, onSignedOut }: SessionOptions): Renewal {
  log('account.signedOut');
  onSignedOut();
  return err({ code: 'unauthorised' });
}

// X has been seen to refuse good tokens for a while, so a refusal is not for ever.
const TRY_AGAIN_MS = 15 * MINUTE_MS;

/** Whether X has refused the login, for as long as that counts. */
function createRefusal(clock: Clock) {
  let since: number | null = null;
  return {
    begin: () => {
      since = clock.now();
    },
    end: () => {
      since = null;
    },
    // A clock that was set back must not keep it refused for as long as it was set back.
    isOn: () => since !== null && clock.now() >= since && clock.now() < since + TRY_AGAIN_MS,
  };
}
