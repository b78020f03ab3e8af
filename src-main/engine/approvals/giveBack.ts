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
import { getDraftState } from '../store/drafts.ts';
import { toNoteState } from '../store/noteState.ts';
import { getNote } from '../store/notes.ts';
import { listReplyFiles, toAttachments } from '../store/replyFiles.ts';
import { listReplyUses, toDraftUses } from '../store/replyUses.ts';
import { findWaiting } from './approveReply.ts';
import { emitApproval } from './askForApproval.ts';

type Returned = Result<EngineOutput<'approvals.return'>, AppError>;

/**
 * Makes a waiting reply the draft of its channel again, with a private note to its author; undoing makes it wait again. Error: `ownReply`
 * for the author.
 */
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

/** Makes a waiting reply the draft of its channel again; undoing makes it wait again. */
export function withdrawReply(ctx: EngineContext, id: string): Returned {
  return giveBack(ctx, id, 'approvalWithdrawn', () => ok({}));
}

/** What else is done with a reply that is given back; `noteId` is that of the note about it. */
interface Also {
  readonly author?: string;
  readonly noteId?: string;
}

function giveBack(
  ctx: EngineContext,
  id: string,
  kind: ActivityKind,
  also: (inner: EngineContext) => Result<Also, AppError>,
): Returned {
  const approval = findWaiting(ctx, id);
  if (!approval.ok) return approval;
  const { conversationId, reply } = approval.value;
  const { channel, text } = reply;
  const attachments = listReplyFiles(ctx.db, reply.attachments ?? []).files;
  const { id: agent } = getCurrentAgent(ctx.db);
  const done = atOnce(ctx, (inner): Returned => {
    if (!endApproval(inner.db, id, agent)) return err({ code: 'wrongState', id, state: 'ended' });
    const before = getDraftState(inner.db, conversationId, channel);
    const uses = toDraftUses(reply.cannedIds ?? [], listReplyUses(inner.db, id));
    returnToDraft(inner, { ...reply, attachments, uses });
    const more = also(inner);
    if (!more.ok) return more;
    const after = getDraftState(inner.db, conversationId, channel);
    const undo = { approval: { id, channel, before, after, ...toNoteUndo(inner, more.value) } };
    const facts = { approvalId: id, channel, text, ...more.value };
    const activityId = recordActivity(inner, { kind, agent, conversationId, facts, undo });
    return ok({ text, channel, ...toAttachments({ attachments }), activityId });
  });
  if (done.ok) emitApproval(ctx, { id, conversationId });
  return done;
}

/** What undoing needs of the note that was added. */
function toNoteUndo({ db, clock }: EngineContext, { noteId }: Also) {
  const note = noteId === undefined ? null : getNote(db, noteId);
  if (!note) return {};
  const after = toNoteState(note);
  return { note: { id: note.id, before: { ...after, deletedAt: clock.now() }, after } };
}
