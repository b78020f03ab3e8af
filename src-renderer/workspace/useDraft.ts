import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Channel } from '#shared/domain/reply.ts';
import { useEngineLink } from '../engine/EngineProvider.tsx';
import type { EngineLink } from '../engine/engineLink.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts';

const keepers = new WeakMap<EngineLink, DraftKeeper>();

/** The keeper of all drafts that go to this window's engine. */
export function useDraftKeeper(): DraftKeeper {
  const link = useEngineLink();
  const keeper =
    keepers.get(link) ??
    createDraftKeeper(async (conversationId, channel, text) => {
      const result = await link.call('drafts.save', { conversationId, channel, text });
      // A conversation that is gone keeps no drafts: trying again would never end.
      return result.ok || result.error.code === 'notFound' || result.error.code === 'invalid';
    });
  keepers.set(link, keeper);
  return keeper;
}

/** The draft of a conversation and channel, and how to change it. */
export function useDraft(conversationId: string, channel: Channel) {
  const keeper = useDraftKeeper();
  const text = useSyncExternalStore(keeper.subscribe, () => keeper.get(conversationId, channel));
  const setText = useCallback(
    (next: string) => keeper.set(conversationId, channel, next),
    [keeper, conversationId, channel],
  );
  return { text, setText, flush: keeper.flush };
}

/** Brings back the stored drafts of a conversation, and saves all drafts when it is left or the window hides. */
export function useStoredDrafts(conversationId: string): void {
  const keeper = useDraftKeeper();
  const { data } = useEngineQuery('drafts.list', { conversationId });
  useEffect(() => {
    if (!data) return;
    for (const channel of ['public', 'dm'] as const) {
      const stored = data.items.find((item) => item.channel === channel);
      keeper.restore(conversationId, channel, stored?.text ?? '');
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
