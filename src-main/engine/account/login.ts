import type { Clock } from '#shared/clock.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { Login } from '../context/services.ts';
import { toAppError } from '../x/client/failures.ts';
import type { LoginAttempt, OAuth, TokenFailure } from '../x/client/oauth.ts';
import type { Accounts } from './accounts.ts';
import type { Credentials } from './credentialKeeper.ts';

/** The logins of one workspace. */
export function createLogin(accounts: Accounts, oauth: OAuth, clock: Clock): Login {
  let attempt: LoginAttempt | null = null;
  let cancelledCount = 0;
  const connect = (credentials: Credentials, countBefore: number) =>
    accounts.connect(credentials, () => countBefore === cancelledCount);
  return {
    ensure: accounts.ensure,
    begin: async (clientId, redirectUri) => {
      attempt = await oauth.begin(clientId, redirectUri);
      return attempt.url;
    },
    finish: async (callbackUrl) => {
      const current = attempt;
      const count = cancelledCount;
      if (!current) return err({ code: 'loginFailed', reason: 'noLoginBegun' });
      const code = readCode(new URL(callbackUrl), current);
      if (!code.ok) return code;
      attempt = null;
      const tokens = await oauth.exchange(current, code.value);
      if (!tokens.ok) return err(toLoginError(tokens.error, clock.now()));
      return await connect({ tokens: tokens.value, clientId: current.clientId }, count);
    },
    cancel: () => {
      attempt = null;
      cancelledCount += 1;
    },
    useToken: (token) => connect({ tokens: { accessToken: token }, clientId: null }, cancelledCount),
  };
}

// A callback without the right state did not come from X, so it must not end the agent's login.
function readCode(url: URL, attempt: LoginAttempt): Result<string, AppError> {
  const { searchParams } = url;
  if (searchParams.get('state') !== attempt.state) return err({ code: 'loginFailed', reason: 'wrongState' });
  const error = searchParams.get('error');
  if (error !== null) return err({ code: 'loginFailed', reason: error });
  const code = searchParams.get('code');
  return code ? ok(code) : err({ code: 'loginFailed', reason: 'noCode' });
}

function toLoginError(failure: TokenFailure, now: number): AppError {
  if (failure.kind === 'refused') return { code: 'loginFailed', reason: failure.detail || 'refused' };
  return toAppError(failure.failure, now);
}
