import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import type { DraftKeeper } from './draftKeeper.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

/** The drafts of the open workspace. */
export function useDraftKeeper(): DraftKeeper {
  return useWorkspace().drafts;
}

/** The draft of a conversation and channel, and functions to change and save it. */
export function useDraft(conversationId: string, channel: Channel) {
  const keeper = useDraftKeeper();
  const text = useSyncExternalStore(keeper.subscribe, () => keeper.get(conversationId, channel));
  const isRefused = useSyncExternalStore(keeper.subscribe, () => keeper.isRefused(conversationId, channel));
  const setText = useCallback(
    (next: string) => {
      keeper.set(conversationId, channel, next);
      // What is written now is begun from nothing, also if it comes at once.
      if (next === '') keeper.flush();
    },
    [keeper, conversationId, channel],
  );
  return { text, isRefused, setText, flush: keeper.flush };
}

/** Restores the stored drafts of a conversation with what rules do to them, and saves all drafts when it is left or the window is hidden. */
export function useStoredDrafts(conversationId: string): void {
  const keeper = useDraftKeeper();
  const { data } = useEngineQuery('drafts.list', { conversationId });
  useEffect(() => {
    if (!data) return;
    for (const channel of ['public', 'dm'] as const) {
      const stored = data.items.find((item) => item.channel === channel);
      keeper.restore(conversationId, channel, stored?.text ?? '');
      if (!stored) keeper.follow(conversationId, channel, null);
      else if (stored.rule !== undefined)
        keeper.follow(conversationId, channel, { text: stored.text, at: stored.updatedAt });
    }
  }, [data, keeper, conversationId]);
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    document.addEventListener('visibilitychange', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      document.removeEventListener('visibilitychange', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
}
