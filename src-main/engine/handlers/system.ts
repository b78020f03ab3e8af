import { ok } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { Handlers } from './handlers.ts';

// Identifying the engine must not wait for a network that is down.
const PATIENCE_MS = 3_000;

export const systemHandlers = {
  'system.info': async (ctx) => {
    if (!ctx.account()) await Promise.race([ctx.services.login.ensure(), pause(ctx)]);
    const schemaVersion = Number(ctx.db.pragma('user_version', { simple: true }));
    return ok({ version: ctx.version, account: ctx.account(), schemaVersion });
  },
} satisfies Partial<Handlers>;

function pause(ctx: EngineContext): Promise<void> {
  return new Promise((resolve) => {
    ctx.clock.after(PATIENCE_MS, resolve);
  });
}
