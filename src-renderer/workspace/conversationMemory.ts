import type { VirtualItem } from '@tanstack/react-virtual';
import type { LoadedHistory } from './loadedHistory.ts';

/** A scroll position in a timeline. */
export interface ScrollPosition {
  readonly offset: number;
  readonly atEnd: boolean;
  readonly measured: readonly VirtualItem[];
}

/** What the window remembers of a conversation, also while it is not open. */
export interface Remembered {
  scroll?: ScrollPosition;
  loaded?: LoadedHistory;
  /** The message captured last of those that have been on the screen. */
  seenThrough?: string;
}

/** What the window remembers of the conversations of one workspace. */
export interface ConversationMemory {
  /** The mutable entry of a conversation. */
  of(conversationId: string): Remembered;
}

const most = 30;

/** Creates a memory of the latest few conversations; everything in it can be fetched again. */
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
