import type { Conversation } from '../../../../shared/domain/conversation.ts';
import { anna, morning } from './message.ts';

/** A new conversation of Anna that waits for an answer; a test states only what matters to it. */
export function aConversation(facts: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    person: anna,
    status: 'new',
    unread: 0,
    dueAt: null,
    waitingSince: morning,
    agent: null,
    snoozedUntil: null,
    reason: 'mention',
    openedAt: morning,
    hasDraft: false,
    lastMessage: { id: 'post-1', kind: 'post', direction: 'in', text: 'My order is stuck.', at: morning },
    ...facts,
  };
}
