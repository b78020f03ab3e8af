import { err, ok } from '#shared/result.ts';
import { beginReading, holdReading } from '../capture/begin.ts';
import { estimateReading } from '../capture/estimate.ts';
import type { Handlers } from './handlers.ts';

/** How a workspace begins. */
export const beginHandlers = {
  'capture.hold': (ctx) => {
    holdReading(ctx);
    return ok({});
  },

  'capture.estimate': async (ctx, input) => {
    const account = await ctx.services.login.ensure();
    return account.ok ? ok(await estimateReading(ctx, account.value, input)) : err(account.error);
  },

  'capture.begin': (ctx, { since }) => {
    const begin = beginReading(ctx, since);
    ctx.services.pollSoon();
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok({ since: begin.since });
  },
} satisfies Partial<Handlers>;
