import { findUses, listDraftUses } from '../library/findUses.ts';
import { dismissProposal, proposeCanned } from '../library/suggestions/proposeCanned.ts';
import { suggestReplies } from '../library/suggestions/suggestReplies.ts';
import { enqueueReply } from '../outbox/enqueueReply.ts';
import { listReplyOptions } from '../outbox/listReplyOptions.ts';
import type { Handlers } from './handlers.ts';

/** Sending replies, what can be sent, and what was replied before. */
export const replyHandlers = {
  'replies.send': (ctx, reply) =>
    enqueueReply(ctx, reply, findUses(ctx, reply, listDraftUses(ctx.db, reply))),
  'replies.suggest': suggestReplies,
  'replies.proposals': proposeCanned,
  'replies.dismissProposal': dismissProposal,
  'replies.options': listReplyOptions,
} satisfies Partial<Handlers>;
