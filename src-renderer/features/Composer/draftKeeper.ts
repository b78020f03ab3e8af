import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { createListeners } from '#shared/listeners.ts';

/** How long a changed draft may wait before it is handed to the engine. */
export const SAVE_AFTER_MS = 400;

const RETRY_AFTER_MS = 2_000;

type Save = (conversationId: string, channel: Channel, text: string) => Promise<boolean>;

/** The drafts of this window. What is typed here is newer than what the engine has, until it is saved. */
export interface DraftKeeper {
  get(conversationId: string, channel: Channel): string;
  /** Changes a draft; it is saved within SAVE_AFTER_MS, whatever is typed meanwhile. */
  set(conversationId: string, channel: Channel, text: string): void;
  /** Takes over what the engine has, the first time only; what was typed before that stays below it. */
  restore(conversationId: string, channel: Channel, text: string): void;
  /** Saves what waits, at once. */
  flush(): void;
  /** Calls `listener` after each change of any draft. */
  subscribe(listener: () => void): () => void;
}

interface Draft {
  readonly conversationId: string;
  readonly channel: Channel;
  text: string;
  /** The text that the engine is known to have; null where it is not known. */
  saved: string | null;
}

/** A keeper that hands drafts to `save`, which answers whether they are safe; what is not is tried again. */
export function createDraftKeeper(save: Save): DraftKeeper {
  const drafts = createDrafts();
  const listeners = createListeners();
  const { schedule, flush } = createSaver(drafts.all, save);
  const change = (draft: Draft, text: string) => {
    if (draft.text === text) return;
    draft.text = text;
    listeners.emit();
  };

  return {
    get: (conversationId, channel) => drafts.find(conversationId, channel).text,
    set: (conversationId, channel, text) => {
      change(drafts.find(conversationId, channel), text);
      schedule(SAVE_AFTER_MS);
    },
    restore: (conversationId, channel, text) => {
      const draft = drafts.find(conversationId, channel);
      if (draft.saved !== null) return;
      draft.saved = text;
      change(draft, mergeDrafts(text, draft.text));
    },
    flush,
    subscribe: listeners.add,
  };
}

function createDrafts() {
  const drafts = new Map<string, Draft>();
  return {
    all: () => [...drafts.values()],
    find: (conversationId: string, channel: Channel): Draft => {
      const key = `${channel}:${conversationId}`;
      const draft = drafts.get(key) ?? { conversationId, channel, text: '', saved: null };
      drafts.set(key, draft);
      return draft;
    },
  };
}

function createSaver(all: () => readonly Draft[], save: Save) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const schedule = (delayMs: number) => {
    timer ??= setTimeout(flush, delayMs);
  };
  const write = async (draft: Draft) => {
    const { conversationId, channel, text } = draft;
    if (await save(conversationId, channel, text)) draft.saved = text;
    else schedule(RETRY_AFTER_MS);
  };
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const draft of all()) if (isUnsaved(draft)) void write(draft);
  };
  return { schedule, flush };
}

function isUnsaved({ text, saved }: Draft): boolean {
  return text !== (saved ?? '');
}
