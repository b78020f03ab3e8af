import type { Clock } from '../../../shared/clock.ts';
import type { Tokens } from '../../../shared/contract/enginePort.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Log } from '../log.ts';
import type { OAuth } from '../x/oauth.ts';

/** Where tokens survive the process; resolves when they are safe. */
export interface SecretSink {
  saveTokens(tokens: Tokens, clientId: string | null): Promise<void>;
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

/** A session that starts with the tokens that were saved last. */
export function createSession(options: SessionOptions): Session {
  const { clock } = options;
  let current = options.initial;
  let refusedUntil = 0;
  let renewal: Promise<boolean> | null = null;

  const replace = async (credentials: Credentials) => {
    await save(options, credentials);
    current = credentials;
    refusedUntil = 0;
  };
  const signOut = () => {
    refusedUntil = clock.now() + TRY_AGAIN_MS;
    options.log('account.signedOut');
    options.onSignedOut();
    return false;
  };
  const renewOnce = async (): Promise<boolean> => {
    const { tokens, clientId } = current ?? {};
    if (!tokens?.refreshToken || !clientId) return signOut();
    const renewed = await options.oauth.refresh(clientId, tokens.refreshToken);
    options.log('account.renewed', { outcome: renewed.ok ? 'ok' : renewed.error.kind });
    if (!renewed.ok) return renewed.error.kind === 'refused' ? signOut() : false;
    // A server that does not rotate sends no new refresh token: the old one stays good.
    await replace({ tokens: { refreshToken: tokens.refreshToken, ...renewed.value }, clientId });
    return true;
  };

  return {
    token: () => {
      if (!current) return err({ code: 'notConnected' });
      return refusedUntil > clock.now() ? err({ code: 'unauthorised' }) : ok(current.tokens.accessToken);
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
async function save({ sink, log }: SessionOptions, { tokens, clientId }: Credentials): Promise<void> {
  try {
    await sink.saveTokens(tokens, clientId);
  } catch (cause) {
    log('account.tokensNotSaved', { cause: cause instanceof Error ? cause.message : 'unknown' });
  }
}
