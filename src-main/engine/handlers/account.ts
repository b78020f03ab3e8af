import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Handlers } from './handlers.ts';

export const accountHandlers = {
  'account.beginLogin': async (ctx, { clientId, redirectUri }) =>
    ok({ url: await ctx.services.login.begin(clientId, redirectUri) }),
  'account.finishLogin': async (ctx, { callbackUrl }) =>
    toOutput(await ctx.services.login.finish(callbackUrl)),
  'account.cancelLogin': (ctx) => {
    ctx.services.login.cancel();
    return ok({});
  },
  'account.useToken': async (ctx, { token }) => toOutput(await ctx.services.login.useToken(token)),
} satisfies Partial<Handlers>;

function toOutput(account: Result<Account, AppError>): Result<{ account: Account }, AppError> {
  return account.ok ? ok({ account: account.value }) : account;
}
