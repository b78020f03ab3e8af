import { create } from 'zustand';
import type { Channel } from '#shared/domain/reply.ts';

interface ReplyChoices {
  /** The channel that an agent chose, by conversation; without one the composer follows the talk. */
  readonly channels: Readonly<Record<string, Channel>>;
  /** The id of the post that an agent chose to answer, by conversation; without one it is the newest. */
  readonly targets: Readonly<Record<string, string>>;
  /** The conversation whose composer should take the focus as soon as it is there. */
  readonly focusWanted: string | null;
  choose(conversationId: string, channel: Channel): void;
  /** Lets the channel follow the talk again, and the answer go to the newest post. */
  release(conversationId: string): void;
  answer(conversationId: string, messageId: string | null): void;
  /** Chooses a channel and asks for the focus; the composer may still be on its way. */
  write(conversationId: string, channel: Channel): void;
  focusTaken(): void;
}

/** What an agent chose for answers that are still being written. */
export const useReplyChoices = create<ReplyChoices>()((set) => ({
  channels: {},
  targets: {},
  focusWanted: null,
  choose: (id, channel) => set((state) => ({ channels: { ...state.channels, [id]: channel } })),
  release: (id) =>
    set((state) => ({ channels: without(state.channels, id), targets: without(state.targets, id) })),
  answer: (id, messageId) =>
    set((state) => ({
      targets: messageId === null ? without(state.targets, id) : { ...state.targets, [id]: messageId },
    })),
  write: (id, channel) =>
    set((state) => ({ channels: { ...state.channels, [id]: channel }, focusWanted: id })),
  focusTaken: () => set({ focusWanted: null }),
}));

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
