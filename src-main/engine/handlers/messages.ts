import { deletePost, hideReply } from '../conversations/moderation.ts';
import type { Handlers } from './handlers.ts';

/** What agents do on X to single posts. */
export const messageHandlers = {
  'messages.delete': deletePost,
  'messages.hide': hideReply,
} satisfies Partial<Handlers>;
