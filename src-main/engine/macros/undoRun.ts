import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { type BulkUndone, undoBulk } from '../conversations/undoActivity.ts';
import { cancelReply } from '../outbox/agentActions.ts';
import { getMacroReply } from '../store/activities.ts';
import { getOutboxRow } from '../store/outbox.ts';

/**
 * Undoes a bulk change or the run of a macro, the reply of which is taken back while it is held; one that is on its way stays, and its
 * conversation is named in `left`. Error: `notFound` (activity).
 */
export function undoRun(ctx: EngineContext, id: string): Result<BulkUndone, AppError> {
  const outboxId = getMacroReply(ctx.db, id);
  if (outboxId === null) return undoBulk(ctx, id);
  return atOnce(ctx, (inner) => {
    const row = getOutboxRow(inner.db, outboxId);
    const conversationId = row?.conversationId;
    // The macro can write its reply again, so nothing of it stays in the composer.
    const cancelled = cancelReply(inner, { id: outboxId, discard: true });
    const rest = undoBulk(inner, id);
    if (!rest.ok || conversationId === undefined) return rest;
    const { undone, left } = rest.value;
    return cancelled.ok
      ? ok({ undone: [...new Set([conversationId, ...undone])], left })
      : ok({ undone, left: [...left, { id: conversationId, code: 'changedSince' as const }] });
  });
}
