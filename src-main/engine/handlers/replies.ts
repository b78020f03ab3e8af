import { findUses } from '../library/findUses.ts';
import { enqueueReply } from '../outbox/enqueueReply.ts';
import { listReplyOptions } from '../outbox/listReplyOptions.ts';
import type { Handlers } from './handlers.ts';

/** Sending replies, and what can be sent. */
export const replyHandlers = {
  'replies.send': (ctx, reply) => enqueueReply(ctx, reply, findUses(ctx, reply)),
  'replies.options': listReplyOptions,
} satisfies Partial<Handlers>;
