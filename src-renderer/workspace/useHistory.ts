import { useCallback, useEffect, useRef, useState } from 'react';
import type { EngineInput } from '#shared/contract/engine.ts';
import type { EngineEvent } from '#shared/contract/events.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineLink } from '../engine/engineLink.ts';
import { useEngineEvent, useEngineQuery } from '../engine/hooks.ts';
import {
  emptyHistory,
  type History,
  type HistoryPage,
  hasMessage,
  mergeNewest,
  mergeOlder,
} from './history.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

const OLDER_LIMIT = 100;
const MOST = 1_000;
/** The page size on the way back to a certain message. */
const LEAP_LIMIT = 1_000;

/** The input that fetches the newest page of a person's history. */
export function newestPage(id: string) {
  return { id, limit: 50 };
}

export interface OpenHistory {
  /** Null until the first response. */
  readonly conversation: Conversation | null;
  readonly history: History;
  /** False while the newest page is only remembered, not as the engine has it now. */
  readonly isCurrent: boolean;
  readonly error: AppError | null;
  /** Fetches older messages; does nothing at the beginning of the history or while a fetch is under way. */
  readonly loadOlder: () => void;
  /**
   * Fetches all messages back to this one, or to the beginning of the history if it is not there. Resolves to
   * the error if a request failed.
   */
  readonly loadTo: (messageId: string) => Promise<AppError | null>;
}

/** A person's history around a conversation: the newest page is kept up to date, older pages are added to it. */
export function useHistory(id: string): OpenHistory {
  const { link, memory } = useWorkspace();
  const { data, error, isFetching } = useEngineQuery('conversations.get', newestPage(id));
  const [state, setState] = useState<{ readonly page?: HistoryPage; readonly history: History }>(() => ({
    history: memory.of(id).history ?? emptyHistory,
  }));
  if (data && data !== state.page) setState({ page: data, history: mergeNewest(state.history, data) });
  const { history } = state;
  useEffect(() => {
    memory.of(id).history = history;
  }, [memory, id, history]);

  const addOlder = useCallback(
    (before: string, pages: readonly HistoryPage[]) => {
      const merge = (known: History) => (known.previous === before ? pages.reduce(mergeOlder, known) : known);
      setState((now) => ({ ...now, history: merge(now.history) }));
      // At once, since the next request may start before the next rendering.
      const remembered = memory.of(id);
      remembered.history = merge(remembered.history ?? emptyHistory);
    },
    [memory, id],
  );
  const { loadOlder, loadTo } = useOlderPages(id, addOlder);

  useEngineEvent((event) => {
    const limit = toRefetched(event, id, history);
    if (limit <= newestPage(id).limit || limit > MOST) return;
    void link.call('conversations.get', { id, limit }).then((result) => {
      if (result.ok) setState((now) => ({ ...now, history: mergeNewest(now.history, result.value) }));
    });
  });

  const conversation = data?.conversation ?? null;
  return { conversation, history, isCurrent: !isFetching, error: error?.error ?? null, loadOlder, loadTo };
}

type AddOlder = (before: string, pages: readonly HistoryPage[]) => void;

/** Fetches pages of older messages, one request at a time, and adds them to the loaded history. */
function useOlderPages(id: string, add: AddOlder): Pick<OpenHistory, 'loadOlder' | 'loadTo'> {
  const { link, memory } = useWorkspace();
  const reading = useRef<Promise<AppError | null> | null>(null);
  const read = useCallback(
    async (limit: number, isLast: (page: HistoryPage) => boolean) => {
      const first = memory.of(id).history?.previous;
      const { pages, error } = await getPages(link, { id, limit, before: first }, isLast);
      reading.current = null;
      if (first !== undefined && pages.length > 0) add(first, pages);
      return error;
    },
    [link, memory, id, add],
  );
  const loadOlder = useCallback(() => {
    reading.current ??= read(OLDER_LIMIT, () => true);
  }, [read]);
  const loadTo = useCallback(
    async (messageId: string) => {
      await reading.current;
      if (hasMessage(memory.of(id).history ?? emptyHistory, messageId)) return null;
      reading.current = read(LEAP_LIMIT, (page) => hasMessage(page, messageId));
      return reading.current;
    },
    [read, memory, id],
  );
  return { loadOlder, loadTo };
}

interface Pages {
  /** The newest of them first. */
  readonly pages: HistoryPage[];
  /** Why there are no more, if a request failed. */
  readonly error: AppError | null;
}

async function getPages(
  link: EngineLink,
  first: EngineInput<'conversations.get'>,
  isLast: (page: HistoryPage) => boolean,
): Promise<Pages> {
  const pages: HistoryPage[] = [];
  for (let { before } = first; before !== undefined; ) {
    const result: Result<HistoryPage, AppError> = await link.call('conversations.get', { ...first, before });
    if (!result.ok) return { pages, error: result.error };
    pages.push(result.value);
    before = isLast(result.value) ? undefined : result.value.previous;
  }
  return { pages, error: null };
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
