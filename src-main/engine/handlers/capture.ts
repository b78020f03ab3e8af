import { ok } from '#shared/result.ts';
import { listSourceStatus } from '../capture/listSourceStatus.ts';
import type { Handlers } from './handlers.ts';

/** Asking X for what is new, and saying what is missing. */
export const captureHandlers = {
  'capture.pollNow': async (ctx) => {
    const round = await ctx.services.pollNow();
    return round.ok ? ok({ newMessages: round.value.newMessages, failures: round.value.failures }) : round;
  },

  'capture.backfill': async (ctx) => {
    const round = await ctx.services.pollNow();
    return round.ok
      ? ok({ newMessages: round.value.newMessages, closedGaps: round.value.closedGaps })
      : round;
  },

  'capture.status': ({ db, clock, services }) =>
    ok({ sources: listSourceStatus(db, clock.now(), services.outlook()) }),
} satisfies Partial<Handlers>;
