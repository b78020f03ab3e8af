import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { ActivityKind } from '#shared/domain/activity.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { atOnce } from '../context/atOnce.ts';
import type { EngineContext } from '../context/context.ts';
import { addNote } from '../conversations/notes.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { returnToDraft } from '../outbox/returnToDraft.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { endApproval, toColleague } from '../store/approvals.ts';
import { listReplyFiles, toAttachments } from '../store/replyFiles.ts';
import { findWaiting } from './approveReply.ts';
import { emitApproval } from './askForApproval.ts';

type Returned = Result<EngineOutput<'approvals.return'>, AppError>;

/** Makes a waiting reply the draft of its channel again, with a private note to its author. Error: `ownReply` for the author. */
export function returnReply(ctx: EngineContext, { id, note }: EngineParsed<'approvals.return'>): Returned {
  const approval = findWaiting(ctx, id);
  if (!approval.ok) return approval;
  const { agent: author, conversationId } = approval.value;
  if (author === getCurrentAgent(ctx.db).id) return err({ code: 'ownReply' });
  return giveBack(ctx, id, 'replyReturned', (inner) => {
    const text = `@${toColleague(inner.db, author).name} ${note}`;
    const added = addNote(inner, { conversationId, text });
    return added.ok ? ok({ author, noteId: added.value.id }) : added;
  });
}

/** Makes a waiting reply the draft of its channel again. */
export function withdrawReply(ctx: EngineContext, id: string): Returned {
  return giveBack(ctx, id, 'approvalWithdrawn', () => ok({}));
}

function giveBack(
  ctx: EngineContext,
  id: string,
  kind: ActivityKind,
  also: (inner: EngineContext) => Result<Readonly<Record<string, string>>, AppError>,
): Returned {
  const approval = findWaiting(ctx, id);
  if (!approval.ok) return approval;
  const { conversationId, reply } = approval.value;
  const { channel, text } = reply;
  const attachments = listReplyFiles(ctx.db, reply.attachments ?? []).files;
  const { id: agent } = getCurrentAgent(ctx.db);
  const done = atOnce(ctx, (inner): Returned => {
    if (!endApproval(inner.db, id, agent)) return err({ code: 'wrongState', id, state: 'ended' });
    const { excludeMentions } = reply;
    returnToDraft(inner, { conversationId, channel, text, attachments, excludeMentions });
    const more = also(inner);
    if (!more.ok) return more;
    const facts = { approvalId: id, channel, text, ...more.value };
    recordActivity(inner, { kind, agent, conversationId, facts });
    return ok({ text, channel, ...toAttachments({ attachments }) });
  });
  if (done.ok) emitApproval(ctx, { id, conversationId });
  return done;
}
