import { create } from 'zustand';

interface SaidState {
  /** What became of an action that there is nothing to undo of, until it has been read. */
  readonly said: { readonly words: string } | null;
  say(words: string): void;
  dismiss(): void;
}

/** What the toasts say besides what can be undone. */
export const useSaid = create<SaidState>()((set) => ({
  said: null,
  say: (words) => set({ said: { words } }),
  dismiss: () => set({ said: null }),
}));
