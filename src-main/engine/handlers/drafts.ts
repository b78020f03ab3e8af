import { err, ok } from '#shared/result.ts';
import { getConversation, getPersonIdOf } from '../store/conversations.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import type { Handlers } from './handlers.ts';

/** Drafts: what agents have written but not sent. */
export const draftHandlers = {
  'drafts.save': ({ db, clock, emit }, { conversationId, channel, text }) => {
    const before = getConversation(db, conversationId);
    if (!before) return err({ code: 'notFound', what: 'conversation', id: conversationId });
    saveDraft(db, conversationId, channel, text, clock.now());
    const hasDraft = listDrafts(db, conversationId).length > 0;
    if (hasDraft !== before.hasDraft) {
      emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
    }
    return ok({});
  },

  'drafts.list': ({ db }, { conversationId }) => {
    if (getPersonIdOf(db, conversationId) === null) {
      return err({ code: 'notFound', what: 'conversation', id: conversationId });
    }
    return ok({ items: listDrafts(db, conversationId) });
  },
} satisfies Partial<Handlers>;
