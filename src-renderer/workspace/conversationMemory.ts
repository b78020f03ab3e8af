import type { VirtualItem } from '@tanstack/react-virtual';
import type { History } from './history.ts';

/** Where somebody was in a timeline. */
export interface ScrollPosition {
  readonly offset: number;
  readonly atEnd: boolean;
  readonly measured: readonly VirtualItem[];
}

/** What the window remembers of a conversation after it was left. */
export interface Remembered {
  scroll?: ScrollPosition;
  history?: History;
}

/** What the window remembers of the conversations of one workspace. */
export interface ConversationMemory {
  /** The entry of a conversation, to read and to change. */
  of(conversationId: string): Remembered;
}

const most = 30;

/** A memory of the latest few conversations; all of it can be fetched again. */
export function createConversationMemory(): ConversationMemory {
  const remembered = new Map<string, Remembered>();
  return {
    of: (conversationId) => {
      const entry = remembered.get(conversationId) ?? {};
      remembered.delete(conversationId);
      remembered.set(conversationId, entry);
      const oldest = remembered.keys().next().value;
      if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
      return entry;
    },
  };
}
