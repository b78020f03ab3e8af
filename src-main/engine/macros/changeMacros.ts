import { MAX_MACROS, type Macro } from '#shared/domain/macro.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { listMacros, putMacros } from '../store/macros.ts';
import { inTransaction } from '../store/sql.ts';

/** The macros as they are to be, in their order, and what the change returns. */
interface MacrosChange<T> {
  readonly macros: readonly Macro[];
  readonly output: T;
}

/**
 * Changes the macros in one transaction, then emits `macros.changed`. `toChange` gets them as they are; if it returns an error, or a
 * macro makes no sense, nothing changes.
 */
export function changeMacros<T>(
  ctx: EngineContext,
  toChange: (macros: readonly Macro[]) => Result<MacrosChange<T>, AppError>,
): Result<T, AppError> {
  const done = inTransaction(ctx.db, (): Result<T, AppError> => {
    const change = toChange(listMacros(ctx.db));
    if (!change.ok) return change;
    const reason = findMistake(change.value.macros);
    if (reason !== null) return err({ code: 'invalid', path: 'macro', reason });
    putMacros(ctx.db, change.value.macros);
    return ok(change.value.output);
  });
  if (done.ok) ctx.emit({ name: 'macros.changed', params: {} });
  return done;
}

function findMistake(macros: readonly Macro[]): string | null {
  if (macros.length > MAX_MACROS) return `there are ${MAX_MACROS} macros`;
  if (macros.some(isIdle)) return 'it does nothing';
  const isTwofold = macros.some(({ status, snoozeMinutes }) => status !== null && snoozeMinutes !== null);
  return isTwofold ? 'it sets a status and snoozes' : null;
}

const isIdle = ({ reply, addTags, removeTags, status, snoozeMinutes, assignee, priority }: Macro) =>
  [reply, status, snoozeMinutes, assignee, priority].every((step) => step === null) &&
  addTags.length + removeTags.length === 0;
