import { toMessageId } from '#shared/domain/message.ts';
import type { EngineContext } from '../context/context.ts';
import { emptyMessage } from '../store/deletions.ts';
import { getSettings } from '../store/settings.ts';
import { listConversationsShowing } from '../store/threading.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

/**
 * Leaves a tombstone where a message stood that X says is gone, and answers the conversations that look different now.
 * Call it within a transaction.
 */
export function removeMessage(ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>, id: number): string[] {
  const emptied = emptyMessage(ctx.db, id, ctx.clock.now());
  if (!emptied) return [];
  recordActivity(ctx, {
    kind: 'messageDeleted',
    agent: null,
    conversationId: emptied.conversationId,
    facts: { messageId: toMessageId('post', emptied.xId) },
  });
  if (emptied.conversationId) summarise(ctx.db, [emptied.conversationId], getSettings(ctx.db));
  return listConversationsShowing(ctx.db, id);
}
