import { basename } from 'node:path';
import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import type { EngineContext } from '../context/context.ts';
import { hasDamagedLedger } from '../store/erasureLedger.ts';
import { getNewestAt } from '../store/newestAt.ts';
import { forgetRestore, getRestoreOutcome } from '../store/restoreRecord.ts';
import { dismissSalvaged, getSalvaged } from '../store/salvaged.ts';
import { inTransaction } from '../store/sql.ts';
import { getStoreError } from '../store/storeHealth.ts';
import type { Handlers } from './handlers.ts';

// Identifying the engine must not wait for a network that is down.
const PATIENCE_MS = 3_000;

export const systemHandlers = {
  'system.info': async (ctx) => {
    // What X says could not be stored in a store that is only read.
    if (!ctx.account() && !getStoreError(ctx.db))
      await Promise.race([ctx.services.login.ensure(), pause(ctx)]);
    const schemaVersion = Number(ctx.db.pragma('user_version', { simple: true }));
    const salvaged = getSalvaged(ctx.db) ?? undefined;
    const readOnly = getReadOnlyFile(ctx);
    // A file that is only read may be beside the workspace that was restored.
    const restored = readOnly ? undefined : (getRestoreOutcome(ctx.db, ctx.dataDir) ?? undefined);
    const isLedgerDamaged = hasDamagedLedger(ctx.dataDir) || undefined;
    return ok({
      version: ctx.version,
      account: ctx.account(),
      schemaVersion,
      ...withoutUndefined({ salvaged, restored, isLedgerDamaged, readOnly }),
    });
  },

  'system.dismissSalvaged': (ctx) => {
    inTransaction(ctx.db, () => dismissSalvaged(ctx.db));
    ctx.emit({ name: 'settings.changed', params: {} });
    return ok({});
  },

  'system.dismissRestored': ({ dataDir, emit }) => {
    forgetRestore(dataDir);
    emit({ name: 'settings.changed', params: {} });
    return ok({});
  },
} satisfies Partial<Handlers>;

function getReadOnlyFile({ db }: EngineContext): { name: string; newestAt: number | null } | undefined {
  const error = getStoreError(db);
  return error?.code === 'readOnly' ? { name: basename(error.file), newestAt: getNewestAt(db) } : undefined;
}

function pause(ctx: EngineContext): Promise<void> {
  return new Promise((resolve) => {
    ctx.clock.after(PATIENCE_MS, resolve);
  });
}
