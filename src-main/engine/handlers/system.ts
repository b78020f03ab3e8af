import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import { dismissSalvaged, getSalvaged } from '../store/salvaged.ts';
import { inTransaction } from '../store/sql.ts';
import type { Handlers } from './handlers.ts';

// Identifying the engine must not wait for a network that is down.
const PATIENCE_MS = 3_000;

export const systemHandlers = {
  'system.info': async (ctx) => {
    if (!ctx.account()) await Promise.race([ctx.services.login.ensure(), pause(ctx)]);
    const schemaVersion = Number(ctx.db.pragma('user_version', { simple: true }));
    const salvaged = getSalvaged(ctx.db) ?? undefined;
    return ok({
      version: ctx.version,
      account: ctx.account(),
      schemaVersion,
      ...withoutUndefined({ salvaged }),
    });
  },

  'system.dismissSalvaged': (ctx) => {
    inTransaction(ctx.db, () => dismissSalvaged(ctx.db));
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok({});
  },
} satisfies Partial<Handlers>;

function pause(ctx: EngineContext): Promise<void> {
  return new Promise((resolve) => {
    ctx.clock.after(PATIENCE_MS, resolve);
  });
}
