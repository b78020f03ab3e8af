import { toMessageId } from '#shared/domain/message.ts';
import type { EngineContext } from '../context/context.ts';
import { eraseMessage } from '../store/deletions.ts';
import { listConversationsShowing } from '../store/threading.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

/**
 * Turns a message that is gone from X, because an agent has deleted it or X says so, into a tombstone, and returns the ids of the conversations that look different now.
 * Call it within a transaction.
 */
export function removeMessage(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  id: number,
  agent: string | null = null,
): string[] {
  const erased = eraseMessage(ctx.db, id, ctx.clock.now());
  if (!erased) return [];
  recordActivity(ctx, {
    kind: 'messageDeleted',
    agent,
    conversationId: erased.conversationId,
    facts: { messageId: toMessageId('post', erased.xId) },
  });
  if (erased.conversationId) summarise(ctx, [erased.conversationId]);
  return listConversationsShowing(ctx.db, id);
}
