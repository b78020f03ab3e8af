import { mergeDrafts } from '#shared/domain/mergeDrafts.ts';
import type { Channel } from '#shared/domain/reply.ts';
import { createListeners } from '#shared/listeners.ts';

/** How long a changed draft waits before it is saved, in milliseconds. */
export const SAVE_AFTER_MS = 400;

const RETRY_AFTER_MS = 2_000;

type Save<K> = (conversationId: string, channel: K, text: string) => Promise<boolean>;

/** The drafts of one workspace, for each conversation one of every kind `K`: channels, unless they are no replies. Typed text takes precedence over the engine's until it is saved. */
export interface DraftKeeper<K extends string = Channel> {
  get(conversationId: string, channel: K): string;
  /** Whether the last attempt to save a draft has failed, and no later one has succeeded. */
  isRefused(conversationId: string, channel: K): boolean;
  /** Changes a draft, which is saved within SAVE_AFTER_MS even if typing continues. */
  set(conversationId: string, channel: K, text: string): void;
  /** Takes over the engine's text, the first time only; text typed before stays below it. */
  restore(conversationId: string, channel: K, text: string): void;
  /**
   * Takes over what a rule of the engine has begun where nobody writes, each only once, and with null takes it away again, unless somebody
   * has typed since.
   */
  follow(conversationId: string, channel: K, begun: Begun | null): void;
  /** Saves unsaved drafts immediately. */
  flush(): void;
  /** The drafts that the engine has not confirmed. */
  unsaved(): readonly Draft<K>[];
  /** Saves unsaved drafts one last time; failures are not retried after that. */
  close(): void;
  /** Calls `listener` after each change of any draft, and when saving begins or ceases to fail. */
  subscribe(listener: () => void): () => void;
}

export interface Draft<K extends string = Channel> {
  readonly conversationId: string;
  readonly channel: K;
  text: string;
  /** The text that the engine is known to have; null if unknown. */
  saved: string | null;
  /** The last attempt to save it has failed. */
  isRefused?: boolean;
  /** What a rule has begun last; its text is null once somebody has typed. */
  begun?: { readonly at: number; readonly text: string | null };
}

/** The draft of a rule, and when it began it. */
export interface Begun {
  readonly text: string;
  readonly at: number;
}

/**
 * Creates a keeper that hands drafts to `save`, which resolves to whether they are safe; failures are retried. It
 * starts with the `unsaved` drafts of an earlier keeper.
 */
export function createDraftKeeper<K extends string = Channel>(
  save: Save<K>,
  unsaved: readonly Draft<K>[] = [],
): DraftKeeper<K> {
  const drafts = createDrafts(unsaved);
  const listeners = createListeners();
  const { schedule, flush, close } = createSaver(drafts.all, save, listeners.emit);
  if (unsaved.length > 0) schedule(SAVE_AFTER_MS);
  const change = (draft: Draft<K>, text: string) => {
    if (draft.text === text) return;
    draft.text = text;
    listeners.emit();
  };

  return {
    get: (conversationId, channel) => drafts.find(conversationId, channel).text,
    isRefused: (conversationId, channel) => drafts.find(conversationId, channel).isRefused ?? false,
    set: (conversationId, channel, text) => {
      const draft = drafts.find(conversationId, channel);
      if (draft.begun) draft.begun = { ...draft.begun, text: null };
      change(draft, text);
      schedule(SAVE_AFTER_MS);
    },
    restore: (conversationId, channel, text) => {
      const draft = drafts.find(conversationId, channel);
      if (draft.saved !== null) return;
      draft.saved = text;
      change(draft, mergeDrafts(text, draft.text));
    },
    follow: (conversationId, channel, begun) => follow(drafts.find(conversationId, channel), begun, change),
    flush,
    unsaved: () => drafts.all().filter(isUnsaved),
    close,
    subscribe: listeners.add,
  };
}

function follow<K extends string>(
  draft: Draft<K>,
  begun: Begun | null,
  change: (draft: Draft<K>, text: string) => void,
): void {
  const text = toFollowed(draft, begun);
  if (begun && begun.at > (draft.begun?.at ?? 0)) draft.begun = begun;
  if (text === null) return;
  draft.saved = text;
  change(draft, text);
}

function createDrafts<K extends string>(unsaved: readonly Draft<K>[]) {
  const toKey = (conversationId: string, channel: K) => `${channel}:${conversationId}`;
  const drafts = new Map<string, Draft<K>>(
    unsaved.map((draft) => [toKey(draft.conversationId, draft.channel), { ...draft }]),
  );
  return {
    all: () => [...drafts.values()],
    find: (conversationId: string, channel: K): Draft<K> => {
      const key = toKey(conversationId, channel);
      const draft = drafts.get(key) ?? { conversationId, channel, text: '', saved: null };
      drafts.set(key, draft);
      return draft;
    },
  };
}

function createSaver<K extends string>(all: () => readonly Draft<K>[], save: Save<K>, onChange: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isClosed = false;
  const schedule = (delayMs: number) => {
    if (!isClosed) timer ??= setTimeout(flush, delayMs);
  };
  const write = async (draft: Draft<K>) => {
    const { conversationId, channel, text } = draft;
    const isSaved = await save(conversationId, channel, text);
    if (isSaved) draft.saved = text;
    else schedule(RETRY_AFTER_MS);
    // Changed back while it was being saved, it did not look unsaved.
    if (isSaved && isUnsaved(draft)) schedule(SAVE_AFTER_MS);
    if (isSaved === !draft.isRefused) return;
    draft.isRefused = !isSaved;
    onChange();
  };
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const draft of all()) if (isUnsaved(draft)) void write(draft);
  };
  const close = () => {
    flush();
    isClosed = true;
  };
  return { schedule, flush, close };
}

function isUnsaved({ text, saved }: Draft<string>): boolean {
  return text !== (saved ?? '');
}

/** The text that a draft is to have after a rule has begun or taken back one; null if it stays. A list that is out of date names one that was known before. */
function toFollowed({ text, saved, begun: known }: Draft<string>, begun: Begun | null): string | null {
  if (begun) return text === '' && saved === '' && begun.at > (known?.at ?? 0) ? begun.text : null;
  return known && text === known.text && text === saved ? '' : null;
}
