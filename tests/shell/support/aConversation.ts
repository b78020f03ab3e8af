import type { Conversation } from '#shared/domain/conversation.ts';

/** A waiting conversation with a person of this name and a last message. */
export function aConversation(name: string, text: string, handle = 'anna'): Conversation {
  return {
    id: `c-${name}`,
    person: { id: name, handle, name },
    isVip: false,
    priority: 'normal',
    dueReply: null,
    serviceLevelId: null,
    status: 'new',
    unread: 1,
    dueAt: null,
    lateAt: null,
    waitingSince: 0,
    agent: null,
    snoozedUntil: null,
    reason: 'mention',
    openedAt: 0,
    hasDraft: false,
    tags: [],
    mentionsMe: false,
    lang: null,
    unfinishedReply: null,
    lastMessage: { id: 'post-1', kind: 'post', direction: 'in', text, content: null, lang: null, at: 0 },
  };
}
