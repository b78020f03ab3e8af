import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { climbThread } from '../capture/climbThread.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { emitThreaded, nothingThreaded, type Threaded } from '../conversations/threaded.ts';
import { threadMessage } from '../conversations/threading.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { toCaptureTime } from '../store/captureClock.ts';
import { getHit } from '../store/hits.ts';
import { wantMessage } from '../store/messages.ts';
import { inTransaction } from '../store/sql.ts';

type Taken = Result<{ readonly conversationId: string; readonly threaded: Threaded }, AppError>;

/**
 * Takes a hit into the queue: into its author's unresolved conversation, or a new one with the reason `keyword`. A hit
 * that already belongs to a conversation stays there. It is the current agent who takes it, or the rule with this name. Fails with
 * `notFound` if no search found such a message.
 */
export function takeHit(
  ctx: EngineContext,
  messageId: string,
  rule?: string,
): Result<{ conversationId: string }, AppError> {
  const taken = inTransaction(ctx.db, () => take(ctx, messageId, rule));
  if (!taken.ok) return taken;
  const { conversationId, threaded } = taken.value;
  if (threaded.changed.length > 0) {
    // An agent is the one who put it into a conversation.
    emitThreaded(ctx, rule === undefined ? { ...threaded, wrote: [] } : threaded);
    ctx.emit({ name: 'listening.changed', params: {} });
  }
  return ok({ conversationId });
}

function take(ctx: EngineContext, messageId: string, rule: string | undefined): Taken {
  const hit = getHit(ctx.db, messageId);
  if (!hit) return err({ code: 'notFound', what: 'message', id: messageId });
  if (hit.conversationId !== null) {
    return ok({ conversationId: hit.conversationId, threaded: nothingThreaded });
  }
  if (hit.role === 'context') {
    wantMessage(ctx.db, hit.rowId, 'keyword', toCaptureTime(ctx.db, ctx.clock.now()));
    climbThread(ctx.db, { ...hit, forMessageId: hit.rowId, depth: 0 });
  }
  const threaded = threadMessage(ctx, hit.rowId);
  const conversationId = threaded.changed[0];
  if (conversationId === undefined) throw new Error(`The hit ${messageId} was not threaded`);
  const agent = rule === undefined ? getCurrentAgent(ctx.db).id : null;
  const facts = { messageId, ...withoutUndefined({ rule }) };
  recordActivity(ctx, { kind: 'hitTaken', agent, conversationId, facts });
  return ok({ conversationId, threaded });
}
