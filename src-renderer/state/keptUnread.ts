import { create } from 'zustand';

interface KeptUnreadState {
  /** The open conversation that an agent has marked as unread: it stays so until it is opened again. */
  readonly id: string | null;
  keep(id: string): void;
  /** Lets a conversation become read again by being looked at. */
  release(id: string): void;
}

/** Which open conversation is not marked as read although it is on the screen. */
export const useKeptUnread = create<KeptUnreadState>()((set) => ({
  id: null,
  keep: (id) => set({ id }),
  release: (id) => set((state) => (state.id === id ? { id: null } : {})),
}));
