import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../../context/context.ts';
import { setSpikeDismissed } from '../../store/spikes.ts';

/** Records that somebody has taken note of a spike. Fails with `notFound` if there is none with this id. */
export function dismissSpike(ctx: EngineContext, id: string): Result<Record<string, never>, AppError> {
  if (!setSpikeDismissed(ctx.db, id, ctx.clock.now())) return err({ code: 'notFound', what: 'spike', id });
  ctx.emit({ name: 'spikes.changed', params: {} });
  return ok({});
}
