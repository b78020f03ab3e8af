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
  /** Stores the account; `connected` for a login, else X told of a new name. */
  readonly store: (user: XUser, connected: boolean) => Account;
  readonly onConnected: (account: Account) => void;
}

/** Knows whose account the workspace answers for and never lets another one in. */
export interface Accounts {
  /** The account, certain to be that of the token: asks X once, or answers why it cannot. */
  readonly ensure: () => Promise<Result<Account, AppError>>;
  /** Changes to another login of the same account. */
  readonly connect: (credentials: Credentials) => Promise<Result<Account, AppError>>;
}

/** The accounts of one workspace; nothing is asked until somebody needs it. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { session, current, store } = options;
  let certain = false;
  let asking: Promise<Result<Account, AppError>> | null = null;

  const accept = (user: XUser, connected: boolean): Result<Account, AppError> => {
    const known = current();
    const wrong = toWrongAccount(known, user);
    if (wrong) return err(wrong);
    certain = true;
    const isNew = connected || !known;
    const account = store(user, isNew);
    if (isNew) options.onConnected(account);
    return ok(account);
  };
  const ask = async (): Promise<Result<Account, AppError>> => {
    const me = await options.getMe();
    return me.ok ? accept(me.value, false) : me;
  };
  return {
    ensure: async () => {
      const known = current();
      if (known && certain) return ok(known);
      const token = session.token();
      if (!token.ok) return token;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return await asking;
    },
    connect: async (credentials) => {
      const user = await options.getOwner(credentials.tokens.accessToken);
      if (!user.ok) return user;
      const wrong = toWrongAccount(current(), user.value);
      if (wrong) return err(wrong);
      await session.replace(credentials);
      return accept(user.value, true);
    },
  };
}

/** Why this user cannot come in: the workspace answers for another one. */
function toWrongAccount(known: Account | null, user: XUser): AppError | null {
  if (!known || known.id === user.id) return null;
  return { code: 'wrongAccount', expected: known.handle, found: user.handle };
}
