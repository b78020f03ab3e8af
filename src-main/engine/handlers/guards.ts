import { err, ok } from '#shared/result.ts';
import { findSeenByAuthor } from '../conversations/seen.ts';
import { checkGuards } from '../guards/checkGuards.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import type { Handlers } from './handlers.ts';

/** What is against a reply before it is sent. */
export const guardHandlers = {
  'guards.check': (ctx, { conversationId, channel, text, seenThrough }) => {
    const personId = getPersonIdOf(ctx.db, conversationId);
    if (personId === null) return err({ code: 'notFound', what: 'conversation', id: conversationId });
    const seen = findSeenByAuthor(ctx.db, { id: conversationId, personId, seenThrough });
    if (!seen.ok) return seen;
    const reply = { conversationId, personId, channel, text, seenUntil: seen.value };
    return ok({ warnings: checkGuards(ctx, reply) });
  },
} satisfies Partial<Handlers>;
