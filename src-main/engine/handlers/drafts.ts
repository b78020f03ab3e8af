import { err, ok } from '#shared/result.ts';
import { getConversation, getPersonIdOf } from '../store/conversations.ts';
import { listDrafts, saveDraft } from '../store/drafts.ts';
import { listReplyFiles, toAttachments } from '../store/replyFiles.ts';
import type { Handlers } from './handlers.ts';

/** Drafts: what agents have written but not sent. */
export const draftHandlers = {
  'drafts.save': ({ db, clock, emit }, { attachments, ...draft }) => {
    const { conversationId } = draft;
    const before = getConversation(db, conversationId);
    if (!before) return err({ code: 'notFound', what: 'conversation', id: conversationId });
    const { files, missing } = listReplyFiles(db, attachments ?? []);
    if (missing !== null) return err({ code: 'notFound', what: 'media', id: missing });
    saveDraft(db, { ...draft, attachments: attachments && files }, clock.now());
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
    const items = listDrafts(db, conversationId).map(({ attachments, excludeMentions, rule, ...draft }) => ({
      ...draft,
      ...(rule === null ? {} : { rule }),
      ...(excludeMentions.length > 0 ? { excludeMentions: [...excludeMentions] } : {}),
      ...toAttachments({ attachments }),
    }));
    return ok({ items });
  },
} satisfies Partial<Handlers>;
