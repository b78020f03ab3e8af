import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { Message } from '#shared/domain/message.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineEvent, useEngineQuery } from '../engine/hooks.ts';
import type { History, HistoryPage } from './history.ts';
import {
  type LoadedHistory,
  nothingLoaded,
  showingMessage,
  toFarMessages,
  toShown,
  withFetchedAgain,
  withIsland,
  withNewer,
  withNewest,
  withOlder,
} from './loadedHistory.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

/** The page size while somebody scrolls, and around a certain message. */
const PAGE = 100;
const MOST = 1_000;

/** The input that fetches the newest page of a person's history. */
export function newestPage(id: string) {
  return { id, limit: 50 };
}

/** Ways to load and show more. */
export interface HistoryMoves {
  /** Fetches messages older than the shown ones; does nothing at the beginning of the history or while a fetch is under way. */
  readonly loadOlder: () => void;
  /** Fetches newer ones; does nothing at the end of the history or while a fetch is under way. */
  readonly loadNewer: () => void;
  /** Shows the part around a message. Resolves to the error if it could not be fetched: `notFound` if it has left the history. */
  readonly loadTo: (messageId: string) => Promise<AppError | null>;
  readonly showNewest: () => void;
}

export interface OpenHistory {
  /** Null until the first response, and once it is gone. */
  readonly conversation: Conversation | null;
  /** Whether it was there and no longer exists, because its person or the conversation was erased. */
  readonly isGone: boolean;
  /** The part of the history that is shown: the newest, or one around a message far back. */
  readonly shown: History;
  readonly newest: History;
  /** What is loaded apart from the newest part. */
  readonly farMessages: readonly Message[];
  /** Whether messages between the shown ones and the newest are not loaded. */
  readonly isFar: boolean;
  /** The oldest unread message, as of the newest page; it may be far beyond what is loaded. */
  readonly firstUnread: string | undefined;
  /** False while the newest page is only remembered, not as the engine has it now. */
  readonly isCurrent: boolean;
  readonly error: AppError | null;
  readonly moves: HistoryMoves;
}

/** A person's history around a conversation: the newest page is kept up to date, other pages are added as they are wanted. */
export function useHistory(id: string): OpenHistory {
  const { memory } = useWorkspace();
  const { data, error, isFetching } = useEngineQuery('conversations.get', newestPage(id));
  const [state, setState] = useState<{ readonly page?: HistoryPage; readonly loaded: LoadedHistory }>(() => ({
    loaded: memory.of(id).loaded ?? nothingLoaded,
  }));
  if (data && data !== state.page) setState({ page: data, loaded: withNewest(state.loaded, data) });
  const { loaded } = state;
  useEffect(() => {
    memory.of(id).loaded = loaded;
  }, [memory, id, loaded]);

  const change = useCallback<Change>(
    (toNext) => {
      setState((now) => ({ ...now, loaded: toNext(now.loaded) }));
      // At once, since the next request may start before the next rendering.
      const remembered = memory.of(id);
      remembered.loaded = toNext(remembered.loaded ?? nothingLoaded);
    },
    [memory, id],
  );
  const shown = useMemo(() => toShown(loaded), [loaded]);
  // The last response is remembered beside the error.
  const isGone = data !== undefined && error?.error.code === 'notFound';
  useChangesBeyondNewest(id, loaded, change);
  return {
    conversation: isGone ? null : (data?.conversation ?? null),
    isGone,
    shown,
    newest: loaded.newest,
    farMessages: useMemo(() => toFarMessages(loaded), [loaded]),
    isFar: loaded.shownAt >= 0,
    firstUnread: data?.firstUnread,
    isCurrent: !isFetching,
    error: error?.error ?? null,
    moves: useMoves(id, change),
  };
}

type Change = (toNext: (now: LoadedHistory) => LoadedHistory) => void;

type PagePlace = Pick<EngineInput<'conversations.get'>, 'before' | 'after' | 'around'>;
type Add = (now: LoadedHistory, page: HistoryPage) => LoadedHistory;

/** Fetches pages, one request at a time, and adds them to what is loaded. */
function useMoves(id: string, change: Change): HistoryMoves {
  const { link, memory } = useWorkspace();
  const reading = useRef<Promise<AppError | null> | null>(null);
  const read = useCallback(
    async (place: PagePlace, add: Add) => {
      const result = await link.call('conversations.get', { id, limit: PAGE, ...place });
      reading.current = null;
      if (!result.ok) return result.error;
      change((now) => add(now, result.value));
      return null;
    },
    [link, id, change],
  );
  return useMemo(() => {
    const toLoaded = () => memory.of(id).loaded ?? nothingLoaded;
    const begin = (place: PagePlace, add: Add) => {
      reading.current ??= read(place, add);
    };
    return {
      loadOlder: () => {
        const before = toShown(toLoaded()).previous;
        if (before !== undefined) begin({ before }, (now, page) => withOlder(now, before, page));
      },
      loadNewer: () => {
        const after = toShown(toLoaded()).next;
        if (after !== undefined) begin({ after }, (now, page) => withNewer(now, after, page));
      },
      loadTo: async (messageId) => {
        await reading.current;
        if (showingMessage(toLoaded(), messageId)) {
          change((now) => showingMessage(now, messageId) ?? now);
          return null;
        }
        reading.current = read({ around: messageId }, withIsland);
        return reading.current;
      },
      showNewest: () => change((now) => ({ ...now, shownAt: -1 })),
    };
  }, [memory, id, read, change]);
}

/** Fetches again what an event has changed and the newest page does not contain. */
function useChangesBeyondNewest(id: string, loaded: LoadedHistory, change: Change): void {
  const { link } = useWorkspace();
  useEngineEvent((event) => {
    const limit = toRefetched(event, id, loaded.newest);
    if (limit > newestPage(id).limit && limit <= MOST) {
      void link.call('conversations.get', { id, limit }).then((result) => {
        if (result.ok) change((now) => withNewest(now, result.value));
      });
    }
    const { messages } = toShown(loaded);
    const around = messages[Math.floor(messages.length / 2)]?.id;
    const isNote = event.name === 'notes.changed' && event.params.conversationId === id;
    if (!isNote || loaded.shownAt < 0 || around === undefined || messages.length > MOST) return;
    void link.call('conversations.get', { id, around, limit: messages.length }).then((result) => {
      if (result.ok) change((now) => withFetchedAgain(now, around, result.value));
    });
  });
}

/** How many of the newest messages an event about this conversation changes; 0 if none, or only the newest page. */
function toRefetched(event: EngineEvent, id: string, history: History): number {
  if (event.name === 'notes.changed' && event.params.conversationId === id) return history.messages.length;
  if (event.name !== 'outbox.changed' || event.params.conversationId !== id) return 0;
  return depthOf(history, event.params.id);
}

/** How many of the newest messages must be refetched to include that of an outbox entry; 0 if it is not loaded. */
function depthOf({ messages }: History, outboxId: string): number {
  const index = messages.findIndex((message) => message.outboxId === outboxId);
  return index < 0 ? 0 : messages.length - index;
}
