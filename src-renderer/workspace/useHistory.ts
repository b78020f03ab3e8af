import { useCallback, useEffect, useRef, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';
import { useEngineEvent, useEngineQuery } from '../engine/hooks.ts';
import { emptyHistory, type History, type HistoryPage, mergeNewest, mergeOlder } from './history.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

const OLDER_LIMIT = 100;
const MOST = 1_000;

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

  const isReading = useRef(false);
  const loadOlder = useCallback(() => {
    const before = memory.of(id).history?.previous;
    if (before === undefined || isReading.current) return;
    isReading.current = true;
    void link.call('conversations.get', { id, limit: OLDER_LIMIT, before }).then((result) => {
      isReading.current = false;
      if (!result.ok) return;
      setState((now) =>
        now.history.previous === before ? { ...now, history: mergeOlder(now.history, result.value) } : now,
      );
    });
  }, [link, memory, id]);

  useEngineEvent((event) => {
    if (event.name !== 'outbox.changed' || event.params.conversationId !== id) return;
    const limit = depthOf(history, event.params.id);
    if (limit <= newestPage(id).limit || limit > MOST) return;
    void link.call('conversations.get', { id, limit }).then((result) => {
      if (result.ok) setState((now) => ({ ...now, history: mergeNewest(now.history, result.value) }));
    });
  });

  const conversation = data?.conversation ?? null;
  return { conversation, history, isCurrent: !isFetching, error: error?.error ?? null, loadOlder };
}

/** How many of the newest messages must be refetched to include that of an outbox entry; 0 if it is not loaded. */
function depthOf({ messages }: History, outboxId: string): number {
  const index = messages.findIndex((message) => message.outboxId === outboxId);
  return index < 0 ? 0 : messages.length - index;
}
