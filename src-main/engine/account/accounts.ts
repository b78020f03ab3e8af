import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { XUser } from '../x/xClient.ts';
import type { Credentials } from './credentialKeeper.ts';
import type { Session } from './session.ts';

export interface AccountsOptions {
  readonly session: Session;
  /** Fetches the user of the session's token. */
  readonly getMe: () => Promise<Result<XUser, AppError>>;
  /** Fetches the user of another token. */
  readonly getOwner: (token: string) => Promise<Result<XUser, AppError>>;
  readonly current: () => Account | null;
  /** Stores the account: `connected` after a login, else because its handle or name may have changed. */
  readonly store: (user: XUser, connected: boolean) => Account;
  readonly onConnected: (account: Account) => void;
  /** Called where X has another handle or name for the account than was stored. */
  readonly onRenamed: (account: Account) => void;
}

/** Guards that the workspace belongs to one account for good: a token of another one is refused with `wrongAccount`. */
export interface Accounts {
  /** Returns the account, verified to be that of the token: fetches it from X once per process, or fails. */
  readonly ensure: () => Promise<Result<Account, AppError>>;
  /** Replaces the login by another one of the same account, if it is still wanted once X has named its account. */
  readonly connect: (credentials: Credentials, isWanted: () => boolean) => Promise<Result<Account, AppError>>;
}

/** The guard of one workspace. X is asked for nothing until the account is needed. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { session, current, store } = options;
  let verified = false;
  let fetching: Promise<Result<Account, AppError>> | null = null;

  const accept = (user: XUser, connected: boolean): Result<Account, AppError> => {
    const known = current();
    const wrong = toWrongAccount(known, user);
    if (wrong) return err(wrong);
    verified = true;
    const account = store(user, connected || !known);
    if (connected || !known) options.onConnected(account);
    else if (account.handle !== known.handle || account.name !== known.name) options.onRenamed(account);
    return ok(account);
  };
  const fetchAccount = async (): Promise<Result<Account, AppError>> => {
    const me = await options.getMe();
    return me.ok ? accept(me.value, false) : me;
  };
  return {
    ensure: async () => {
      const known = current();
      if (known && verified) return ok(known);
      const token = session.token();
      if (!token.ok) return token;
      fetching ??= fetchAccount().finally(() => {
        fetching = null;
      });
      return await fetching;
    },
    connect: async (credentials, isWanted) => {
      const user = await options.getOwner(credentials.tokens.accessToken).then(orCancelled(isWanted));
      if (!user.ok) return user;
      const wrong = toWrongAccount(current(), user.value);
      if (wrong) return err(wrong);
      await session.replace(credentials);
      return accept(user.value, true);
    },
  };
}

const orCancelled =
  (isWanted: () => boolean) =>
  <T>(result: Result<T, AppError>): Result<T, AppError> =>
    isWanted() ? result : err({ code: 'loginFailed', reason: 'cancelled' });

/** The error if the workspace belongs to another user, else null. */
function toWrongAccount(known: Account | null, user: XUser): AppError | null {
  if (!known || known.id === user.id) return null;
  return { code: 'wrongAccount', expected: known.handle, found: user.handle };
}
