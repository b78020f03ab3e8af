import { err, ok } from '#shared/result.ts';
import { getConversation, getPersonIdOf } from '../store/conversations.ts';
import { getDraftUses, listDrafts, saveDraft } from '../store/drafts.ts';
import { listReplyFiles, toAttachments } from '../store/replyFiles.ts';
import { findOwnMessages, toDraftUses } from '../store/replyUses.ts';
import type { Handlers } from './handlers.ts';

/** Drafts: what agents have written but not sent. */
export const draftHandlers = {
  'drafts.save': ({ db, clock, emit }, { attachments, cannedIds = [], replyIds = [], ...draft }) => {
    const { conversationId } = draft;
    const before = getConversation(db, conversationId);
    if (!before) return err({ code: 'notFound', what: 'conversation', id: conversationId });
    const { files, missing } = listReplyFiles(db, attachments ?? []);
    if (missing !== null) return err({ code: 'notFound', what: 'media', id: missing });
    const used = toDraftUses(cannedIds, findOwnMessages(db, replyIds));
    const uses = used.length > 0 ? [...getDraftUses(db, draft), ...used] : undefined;
    saveDraft(db, { ...draft, attachments: attachments && files, uses }, clock.now());
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
    const items = listDrafts(db, conversationId).map(
      ({ attachments, excludeMentions, rule, uses: _, ...draft }) => ({
        ...draft,
        ...(rule === null ? {} : { rule }),
        ...(excludeMentions.length > 0 ? { excludeMentions: [...excludeMentions] } : {}),
        ...toAttachments({ attachments }),
      }),
    );
    return ok({ items });
  },
} satisfies Partial<Handlers>;
