import { create } from 'zustand';
import { toOpenId } from './moving.ts';
import { openConversation, useUi } from './ui.ts';

interface FindState {
  /** The conversation in which words are looked for; null if the find bar is closed. */
  readonly conversationId: string | null;
  readonly text: string;
  /** The message to show. A new object shows it again. */
  readonly hit: { readonly messageId: string } | null;
  /** How many times the bar was asked to take the focus. */
  readonly focusWanted: number;
  /** Opens the bar in a conversation and focuses it; what was typed there stays. */
  open(conversationId: string): void;
  setText(text: string): void;
  show(messageId: string): void;
  close(): void;
}

const start = { conversationId: null, text: '', hit: null, focusWanted: 0 } as const;

/** What is looked for in the open conversation, and the hit that is shown. */
export const useFind = create<FindState>()((set) => ({
  ...start,
  open: (conversationId) =>
    set((state) => ({
      ...(state.conversationId === conversationId ? {} : start),
      conversationId,
      focusWanted: state.focusWanted + 1,
    })),
  setText: (text) => set({ text, hit: null }),
  show: (messageId) => set({ hit: { messageId } }),
  close: () => set(start),
}));

// It ends with the conversation, and so with the workspace.
useUi.subscribe((ui) => {
  const { conversationId, close } = useFind.getState();
  if (conversationId !== null && conversationId !== toOpenId(ui)) close();
});

interface HitPlace {
  readonly conversationId: string;
  readonly messageId: string;
  /** The words that found it. */
  readonly text: string;
}

/** Opens a conversation at a message that was found, with the bar for the other hits in it. */
export function openHit({ conversationId, messageId, text }: HitPlace): void {
  openConversation(conversationId);
  useFind.setState({ ...start, conversationId, text, hit: { messageId } });
}
