import { ok } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { listSourceStatus } from '../capture/sourceStatus.ts';
import { getBegin } from '../store/begin.ts';
import { countQuarantined, listQuarantined } from '../store/quarantine.ts';
import { getQuotesFailure } from '../store/quotesFailure.ts';
import type { Handlers } from './handlers.ts';

/** Poll cycles on demand, and what is captured and missing. */
export const captureHandlers = {
  'capture.pollNow': async (ctx) => {
    const cycle = await ctx.services.pollNow();
    return cycle.ok ? ok({ newMessages: cycle.value.newMessages, failures: cycle.value.failures }) : cycle;
  },

  'capture.backfill': async (ctx) => {
    const cycle = await ctx.services.pollNow();
    return cycle.ok
      ? ok({ newMessages: cycle.value.newMessages, closedGaps: cycle.value.closedGaps })
      : cycle;
  },

  'capture.networkChanged': ({ services }, { isOnline }) => {
    if (isOnline) services.retryFailed();
    else services.reach.note(false);
    return ok({});
  },

  'capture.quarantine': ({ db }, { limit }) =>
    ok({ items: listQuarantined(db, limit), count: countQuarantined(db) }),

  'capture.status': ({ db, clock, services }) => {
    const outlook = services.outlook();
    const stepErrors = outlook.stepErrors.length === 0 ? undefined : [...outlook.stepErrors];
    return ok({
      sources: listSourceStatus(db, clock.now(), outlook),
      ...(getBegin(db).isHeld ? { isHeld: true } : {}),
      ...withoutUndefined({
        isReached: services.reach.isReached() ?? undefined,
        quotesError: getQuotesFailure(db)?.error,
        stepErrors,
      }),
    });
  },
} satisfies Partial<Handlers>;
