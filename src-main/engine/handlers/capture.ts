import { ok } from '../../../shared/result.ts';
import { getSource, sourceIds } from '../store/sources.ts';
import type { Handlers } from './handlers.ts';

/** Asking X for what is new. */
export const captureHandlers = {
  'capture.pollNow': (ctx) => ctx.parts.pollNow(),

  'capture.status': ({ db }) =>
    ok({
      sources: sourceIds.map((id) => {
        const { lastPollAt, nextPollAt, error } = getSource(db, id);
        return { id, kind: id, lastPollAt, nextPollAt, ...(error ? { error } : {}) };
      }),
    }),
} satisfies Partial<Handlers>;
