import { err, ok } from '#shared/result.ts';
import { addNote, deleteNote, editNote } from '../conversations/notes.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getConversation, getPersonIdOf } from '../store/conversations.ts';
import { getNoteDraft, saveNoteDraft } from '../store/noteDrafts.ts';
import { setMentionsSeen } from '../store/notes.ts';
import type { Handlers } from './handlers.ts';

/** Private notes, which nothing sends. */
export const noteHandlers = {
  'notes.add': (ctx, note) => addNote(ctx, note),
  'notes.update': (ctx, { id, text }) => editNote(ctx, id, text),
  'notes.delete': (ctx, { id }) => deleteNote(ctx, id),

  'notes.markSeen': ({ db, clock, emit }, { conversationId }) => {
    if (getPersonIdOf(db, conversationId) === null) return notFound(conversationId);
    const seen = setMentionsSeen(db, conversationId, getCurrentAgent(db).id, clock.now());
    if (seen > 0) emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
    return ok({});
  },

  'notes.saveDraft': ({ db, clock, emit }, { conversationId, text }) => {
    const before = getConversation(db, conversationId);
    if (!before) return notFound(conversationId);
    saveNoteDraft(db, conversationId, text, clock.now());
    if (getConversation(db, conversationId)?.hasDraft !== before.hasDraft) {
      emit({ name: 'conversations.changed', params: { ids: [conversationId] } });
    }
    return ok({});
  },

  'notes.getDraft': ({ db }, { conversationId }) =>
    getPersonIdOf(db, conversationId) === null
      ? notFound(conversationId)
      : ok({ text: getNoteDraft(db, conversationId) }),
} satisfies Partial<Handlers>;

const notFound = (id: string) => err({ code: 'notFound', what: 'conversation', id } as const);
