import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { type BulkUndone, undoBulk } from '../conversations/undoActivity.ts';
import { cancelReply } from '../outbox/agentActions.ts';
import { getMacroReply } from '../store/activities.ts';
import { type Draft, listDrafts, saveDraft } from '../store/drafts.ts';
import { getOutboxRow } from '../store/outbox.ts';
import type { OutboxRow } from '../store/outboxRow.ts';

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
    const drafts = conversationId === undefined ? [] : listDrafts(inner.db, conversationId);
    const cancelled = cancelReply(inner, outboxId);
    // The macro can write its reply again, so nothing of it stays in the composer.
    if (row && cancelled.ok) putDraftBack(inner, row, drafts);
    const rest = undoBulk(inner, id);
    if (!rest.ok || conversationId === undefined) return rest;
    const { undone, left } = rest.value;
    return cancelled.ok
      ? ok({ undone: [...new Set([conversationId, ...undone])], left })
      : ok({ undone, left: [...left, { id: conversationId, code: 'changedSince' as const }] });
  });
}

function putDraftBack(
  { db, clock }: EngineContext,
  { conversationId, channel }: OutboxRow,
  drafts: readonly Draft[],
): void {
  const before = drafts.find((draft) => draft.channel === channel);
  const { text = '', attachments = [], updatedAt = clock.now() } = before ?? {};
  saveDraft(db, { conversationId, channel, text, attachments }, updatedAt);
}
