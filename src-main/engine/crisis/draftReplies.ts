import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getConversation } from '../store/conversations.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import { inTransaction } from '../store/sql.ts';
import { composeStatement } from './composeStatement.ts';
import { noteEntry } from './noteEntry.ts';
import { requireRunning } from './requireIncident.ts';

type Drafted = EngineOutput<'crisis.draft'>;

/**
 * Drafts the holding statement as a public reply in each of the conversations that wait for one and have no draft. Nothing is sent.
 * Errors: those of `composeStatement`; then nothing is drafted.
 */
export function draftReplies(
  ctx: EngineContext,
  { id, conversationIds }: EngineParsed<'crisis.draft'>,
): Result<Drafted, AppError> {
  const drafted = inTransaction(ctx.db, (): Result<Drafted, AppError> => {
    const running = requireRunning(ctx.db, id);
    if (!running.ok) return running;
    const done: string[] = [];
    const left: Drafted['left'] = [];
    for (const conversationId of new Set(conversationIds)) {
      const reason = findReason(ctx, conversationId);
      if (reason !== null) {
        left.push({ conversationId, reason });
        continue;
      }
      const composed = composeStatement(ctx, { id, conversationId });
      if (!composed.ok) return composed;
      saveDraft(ctx.db, { conversationId, channel: 'public', text: composed.value.text }, ctx.clock.now());
      done.push(conversationId);
    }
    if (done.length > 0) noteEntry(ctx, id, { kind: 'repliesDrafted', facts: { count: done.length } });
    return ok({ drafted: done, left });
  });
  if (drafted.ok && drafted.value.drafted.length > 0) {
    ctx.emit({ name: 'conversations.changed', params: { ids: drafted.value.drafted } });
    ctx.emit({ name: 'crisis.changed', params: {} });
  }
  return drafted;
}

function findReason({ db }: EngineContext, conversationId: string): Drafted['left'][number]['reason'] | null {
  const conversation = getConversation(db, conversationId);
  if (conversation?.waitingSince == null) return 'notWaiting';
  return listDrafts(db, conversationId).some(({ channel }) => channel === 'public') ? 'hasDraft' : null;
}
