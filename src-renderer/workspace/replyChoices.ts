import { createStore, type StoreApi } from 'zustand';
import type { Channel } from '#shared/domain/reply.ts';
import type { ReplyLanguage } from '#shared/domain/replyLanguage.ts';
import type { GuardCode } from '#shared/guards.ts';

/** What agents chose for replies that are still being written. */
export interface ReplyChoices {
  /** The chosen channel by conversation; by default the composer follows the conversation. */
  readonly channels: Readonly<Record<string, Channel>>;
  /** The id of the chosen post to reply to, by conversation; by default the newest. */
  readonly targets: Readonly<Record<string, string>>;
  /** The ids of the people who are left out of a public reply, by conversation; those of the stored draft where there are none. */
  readonly excluded: Readonly<Record<string, readonly string[]>>;
  /** The language that a reply may be in although the customer writes in another one, by conversation. */
  readonly languages: Readonly<Record<string, ReplyLanguage>>;
  /** The guards that have warned of what was being written, by conversation. */
  readonly warned: Readonly<Record<string, readonly GuardCode[]>>;
  /** The conversation whose composer takes the focus as soon as it is mounted. */
  readonly focusWanted: string | null;
  choose(conversationId: string, channel: Channel): void;
  /** Returns to the defaults: the channel follows the conversation, the reply goes to the newest post. */
  release(conversationId: string): void;
  /** Chooses the post to reply to; null for the newest. */
  target(conversationId: string, messageId: string | null): void;
  /** Chooses who is left out; null for those of the stored draft. */
  exclude(conversationId: string, userIds: readonly string[] | null): void;
  /** Guards warn of the reply. */
  addWarned(conversationId: string, codes: readonly GuardCode[]): void;
  forgetWarned(conversationId: string): void;
  /** Accepts a reply in this language; null accepts none. */
  acceptLanguage(conversationId: string, language: ReplyLanguage | null): void;
  /** Chooses a channel and requests the focus; the composer need not be mounted yet. */
  write(conversationId: string, channel: Channel): void;
  /** Requests the focus and leaves the channel as it is: by default where the person wrote. */
  answer(conversationId: string): void;
  focusTaken(): void;
}

/** Creates the store of reply choices of one workspace. */
export function createReplyChoices(): StoreApi<ReplyChoices> {
  return createStore<ReplyChoices>()((set) => ({
    channels: {},
    targets: {},
    excluded: {},
    languages: {},
    warned: {},
    focusWanted: null,
    choose: (id, channel) => set((state) => ({ channels: { ...state.channels, [id]: channel } })),
    release: (id) =>
      set((state) => ({
        channels: without(state.channels, id),
        targets: without(state.targets, id),
        excluded: without(state.excluded, id),
        languages: without(state.languages, id),
        warned: without(state.warned, id),
      })),
    addWarned: (id, codes) => set((state) => ({ warned: withMore(state.warned, id, codes) })),
    forgetWarned: (id) => set((state) => ({ warned: without(state.warned, id) })),
    exclude: (id, userIds) => set((state) => ({ excluded: change(state.excluded, id, userIds) })),
    acceptLanguage: (id, language) => set((state) => ({ languages: change(state.languages, id, language) })),
    target: (id, messageId) => set((state) => ({ targets: change(state.targets, id, messageId) })),
    write: (id, channel) =>
      set((state) => ({ channels: { ...state.channels, [id]: channel }, focusWanted: id })),
    answer: (id) => set({ focusWanted: id }),
    focusTaken: () => set({ focusWanted: null }),
  }));
}

/** The record with this value for a key, or without the key for null. */
const change = <T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> =>
  value === null ? without(record, key) : { ...record, [key]: value };

/** The record with these members too in the list of a key, each once. */
const withMore = <T>(record: Readonly<Record<string, readonly T[]>>, key: string, more: readonly T[]) => ({
  ...record,
  [key]: [...new Set([...(record[key] ?? []), ...more])],
});

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
