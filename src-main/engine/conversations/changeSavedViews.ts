import type { SavedView } from '#shared/domain/savedView.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { listSavedViews, putSavedViews } from '../store/savedViews.ts';
import { inTransaction } from '../store/sql.ts';

/** The saved views as they are to be, in their order, and what the change returns. */
interface SavedViewsChange<T> {
  readonly views: readonly SavedView[];
  readonly output: T;
}

/**
 * Changes the saved views in one transaction, then emits `views.changed`. `toChange` gets them as they are; if it returns an
 * error, nothing changes. Views whose stored filter is damaged are deleted by any change.
 */
export function changeSavedViews<T>(
  ctx: EngineContext,
  toChange: (views: readonly SavedView[]) => Result<SavedViewsChange<T>, AppError>,
): Result<T, AppError> {
  const done = inTransaction(ctx.db, (): Result<T, AppError> => {
    const change = toChange(listSavedViews(ctx.db));
    if (!change.ok) return change;
    putSavedViews(ctx.db, change.value.views);
    return ok(change.value.output);
  });
  if (done.ok) ctx.emit({ name: 'views.changed', params: {} });
  return done;
}
