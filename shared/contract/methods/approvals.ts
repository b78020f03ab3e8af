import { z } from 'zod';
import { Approval, MAX_APPROVAL_NOTE } from '../../domain/approval.ts';
import { Channel } from '../../domain/reply.ts';
import { ReplyFile } from '../../domain/replyFile.ts';
import { AgentName } from '../../domain/workspaceSettings.ts';
import { GuardCode } from '../../guards.ts';
import { byId, id, seenThrough, text } from './inputs.ts';
import { method } from './method.ts';
import { repliesMethods } from './replies.ts';

const note = z.string().trim().min(1).max(MAX_APPROVAL_NOTE);

/** What becomes the draft again. */
const returned = z.object({
  text: z.string(),
  channel: Channel,
  attachments: z.array(ReplyFile).optional(),
  /** For `activities.undo`, which makes the reply wait again unless the draft was changed since. */
  activityId: z.string(),
});

/** Replies that a colleague approves before they go out: they are no outbox entries until then, so nothing can send them. */
export const approvalsMethods = {
  'approvals.list': method('query', 'Lists the replies that wait for an approval, the oldest first.', {
    input: z.strictObject({ conversationId: id.optional() }),
    output: z.object({ items: z.array(Approval) }),
  }),
  'approvals.ask': method(
    'command',
    'Keeps a reply until a colleague approves it, after the checks of `replies.send`; the draft of its channel is gone then. Fails with `noColleague` if nobody else works in the workspace, and with `ownReply` for oneself as the approver.',
    {
      input: z.strictObject({
        reply: repliesMethods['replies.send'].input.omit({ undoMs: true, privateDataConfirmed: true }),
        /** The id or name of an agent; null for anyone. */
        approver: AgentName.nullable(),
        note: note.optional(),
      }),
      output: z.object({ id: z.string() }),
    },
  ),
  'approvals.approve': method(
    'command',
    'Takes a reply into the outbox, with another text if one is given. All checks of `replies.send` are made again: what its author overruled, the approver overrules anew. Fails with `ownReply` for the author, and with `conversationChanged` if the conversation has changed since it was written, unless `despite` is true.',
    {
      input: z.strictObject({
        id,
        text: text.optional(),
        overrule: z.array(GuardCode).max(20).default([]),
        /** The approver has seen that the conversation has changed, and approves in spite of it. */
        despite: z.boolean().default(false),
        seenThrough,
      }),
      output: z.object({ outboxId: z.string() }),
    },
  ),
  'approvals.return': method(
    'command',
    'Gives a reply back to its author: it becomes the draft of its channel again, and the note a private note that mentions the author.',
    {
      input: z.strictObject({ id, note }),
      output: returned,
    },
  ),
  'approvals.withdraw': method(
    'command',
    'Ends the asking: the reply becomes the draft of its channel again.',
    { input: byId, output: returned },
  ),
} as const;
