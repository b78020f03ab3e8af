import { enqueueReply } from '../outbox/enqueueReply.ts';
import { listReplyOptions } from '../outbox/listReplyOptions.ts';
import type { Handlers } from './handlers.ts';

/** Sending replies, and what can be sent. */
export const replyHandlers = {
  'replies.send': enqueueReply,
  'replies.options': listReplyOptions,
} satisfies Partial<Handlers>;
