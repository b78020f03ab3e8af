import { enqueueReply } from '../outbox/enqueue.ts';
import type { Handlers } from './handlers.ts';

export const replyHandlers = {
  'replies.send': enqueueReply,
} satisfies Partial<Handlers>;
