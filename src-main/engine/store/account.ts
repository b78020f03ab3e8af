import type { Account } from '#shared/domain/account.ts';
import type { Db } from './open.ts';
import { getSetting, putSetting } from './settings.ts';
import { get, run } from './sql.ts';

/** The account of this workspace, or null before the first login. */
export function getAccount(db: Db): Account | null {
  return get<Account>(db, 'SELECT x_id AS id, handle, name FROM account');
}

/** Whether this is the account of the workspace, under another handle or name than is stored. */
export function isAccountRenamed(db: Db, { id, handle, name }: Account): boolean {
  const account = getAccount(db);
  return account?.id === id && (account.handle !== handle || account.name !== name);
}

/** When the workspace was first connected, or null before that. */
export function getConnectedAt(db: Db): number | null {
  return get<{ at: number }>(db, 'SELECT connected_at AS at FROM account')?.at ?? null;
}

/** Stores the account, or its newer handle and name; the caller has checked that it is the same account. */
export function putAccount(db: Db, account: Account, now: number): void {
  run(
    db,
    `INSERT INTO account (only_one, x_id, handle, name, connected_at) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET handle = excluded.handle, name = excluded.name`,
    account.id,
    account.handle,
    account.name,
    now,
  );
}

/** When X last refused the login for good; null if it has not since the last login. */
export function getLoginLostAt(db: Db): number | null {
  const lostAt = getSetting(db, 'loginLostAt');
  return typeof lostAt === 'number' ? lostAt : null;
}

export function putLoginLostAt(db: Db, at: number | null): void {
  putSetting(db, 'loginLostAt', at);
}
