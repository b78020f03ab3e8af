import type { Account } from '#shared/domain/account.ts';
import type { EngineContext } from '../context/context.ts';
import { getLoginLostAt, putLoginLostAt } from '../store/account.ts';
import { getSource, sourceIds } from '../store/sources.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'emit'>;

/**
 * Emits that X refused the login: `account.signedOut` each time, `account.loginLost` once per loss, also across restarts.
 * Perch tries a refused login again every 15 minutes, so a further refusal is the same loss until something was captured.
 */
export function emitSignedOut(ctx: Context): void {
  const lostAt = getLoginLostAt(ctx.db);
  const isSameLoss = lostAt !== null && !wasCapturedSince(ctx, lostAt);
  if (!isSameLoss) putLoginLostAt(ctx.db, ctx.clock.now());
  ctx.emit({ name: 'account.signedOut', params: {} });
  if (!isSameLoss) ctx.emit({ name: 'account.loginLost', params: {} });
}

/** Emits `account.connected`, and ends a loss of the login. */
export function emitConnected({ db, emit }: Context, { id, handle }: Account): void {
  if (getLoginLostAt(db) !== null) putLoginLostAt(db, null);
  emit({ name: 'account.connected', params: { id, handle } });
}

function wasCapturedSince({ db }: Context, at: number): boolean {
  return sourceIds.some((id) => (getSource(db, id).capturedThrough ?? 0) > at);
}
