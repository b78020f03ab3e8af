import type { EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getHitRow, readHits, setHitHidden } from '../store/hitMarks.ts';
import { inTransaction } from '../store/sql.ts';

type Done = Result<Record<string, never>, AppError>;

/** Records that hits have been looked at: all of them, or none if one is not a hit, which fails with `notFound`. */
export function markHitsRead(ctx: EngineContext, { messageIds }: EngineParsed<'listening.markRead'>): Done {
  const marked = inTransaction(ctx.db, (): Result<boolean, AppError> => {
    const rowIds: number[] = [];
    for (const id of messageIds) {
      const rowId = getHitRow(ctx.db, id);
      if (rowId === null) return err({ code: 'notFound', what: 'message', id });
      rowIds.push(rowId);
    }
    return ok(readHits(ctx.db, rowIds));
  });
  return tellChange(ctx, marked);
}

/** Hides a hit in the Watchlist, or shows it again as it was. Fails with `notFound` if no search found such a message. */
export function hideHit(ctx: EngineContext, { messageId, hidden }: EngineParsed<'listening.hide'>): Done {
  const marked = inTransaction(ctx.db, (): Result<boolean, AppError> => {
    const rowId = getHitRow(ctx.db, messageId);
    if (rowId === null) return err({ code: 'notFound', what: 'message', id: messageId });
    return ok(setHitHidden(ctx.db, rowId, hidden));
  });
  return tellChange(ctx, marked);
}

function tellChange(ctx: EngineContext, marked: Result<boolean, AppError>): Done {
  if (!marked.ok) return marked;
  if (marked.value) ctx.emit({ name: 'listening.changed', params: {} });
  return ok({});
}
