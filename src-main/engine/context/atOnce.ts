import type { EngineEvent } from '#shared/contract/events.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { inTransaction } from '../store/sql.ts';
import type { EngineContext } from './context.ts';

/**
 * Runs several commands in one transaction: if `work` returns an error, none of them has happened. What they emit, and the outbox,
 * wait until everything is stored.
 */
export function atOnce<T>(
  ctx: EngineContext,
  work: (inner: EngineContext) => Result<T, AppError>,
): Result<T, AppError> {
  const events: EngineEvent[] = [];
  const services = { ...ctx.services, kickOutbox: () => {} };
  const inner = { ...ctx, emit: (event: EngineEvent) => void events.push(event), services };
  try {
    const value = inTransaction(ctx.db, () => {
      const result = work(inner);
      if (!result.ok) throw new Refusal(result.error);
      return result.value;
    });
    for (const event of events) ctx.emit(event);
    ctx.services.kickOutbox();
    return ok(value);
  } catch (cause) {
    if (cause instanceof Refusal) return err(cause.error);
    throw cause;
  }
}

/** Rolls the transaction back. */
class Refusal extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}
