import { create } from 'zustand';

interface Said {
  readonly words: string;
  readonly conversationId: string | null;
}

interface SaidState {
  /** What became of an action that there is nothing to undo of, until it has been read. */
  readonly said: Said | null;
  /** `conversationId` is that of the conversation that the words are about, which the toast opens. */
  say(words: string, conversationId?: string): void;
  dismiss(): void;
}

/** What the toasts say besides what can be undone. */
export const useSaid = create<SaidState>()((set) => ({
  said: null,
  say: (words, conversationId) => set({ said: { words, conversationId: conversationId ?? null } }),
  dismiss: () => set({ said: null }),
}));
