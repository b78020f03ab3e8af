import { createStore, type StoreApi } from 'zustand';
import type { Channel } from '#shared/domain/reply.ts';

/** What an agent chose for replies that are still being written. */
export interface ReplyChoices {
  /** The channel that an agent chose, by conversation; without one the composer follows the conversation. */
  readonly channels: Readonly<Record<string, Channel>>;
  /** The id of the post that an agent chose to reply to, by conversation; without one it is the newest. */
  readonly targets: Readonly<Record<string, string>>;
  /** The conversation whose composer should take the focus as soon as it is there. */
  readonly focusWanted: string | null;
  choose(conversationId: string, channel: Channel): void;
  /** Lets the channel follow the conversation again, and the reply go to the newest post. */
  release(conversationId: string): void;
  /** Chooses the post to reply to; null for the newest. */
  target(conversationId: string, messageId: string | null): void;
  /** Chooses a channel and asks for the focus; the composer may still be on its way. */
  write(conversationId: string, channel: Channel): void;
  focusTaken(): void;
}

/** The reply choices of one workspace, of which there are none yet. */
export function createReplyChoices(): StoreApi<ReplyChoices> {
  return createStore<ReplyChoices>()((set) => ({
    channels: {},
    targets: {},
    focusWanted: null,
    choose: (id, channel) => set((state) => ({ channels: { ...state.channels, [id]: channel } })),
    release: (id) =>
      set((state) => ({ channels: without(state.channels, id), targets: without(state.targets, id) })),
    target: (id, messageId) =>
      set((state) => ({
        targets: messageId === null ? without(state.targets, id) : { ...state.targets, [id]: messageId },
      })),
    write: (id, channel) =>
      set((state) => ({ channels: { ...state.channels, [id]: channel }, focusWanted: id })),
    focusTaken: () => set({ focusWanted: null }),
  }));
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
