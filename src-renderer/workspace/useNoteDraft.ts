import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useEngineQuery } from '../engine/hooks.ts';
import { useWorkspace } from './WorkspaceProvider.tsx';

/** The unfinished note of a conversation, restored from the engine, and functions to change and save it. */
export function useNoteDraft(conversationId: string) {
  const { noteDrafts: keeper } = useWorkspace();
  const { data } = useEngineQuery('notes.getDraft', { conversationId });
  const text = useSyncExternalStore(keeper.subscribe, () => keeper.get(conversationId, 'note'));
  const setText = useCallback(
    (next: string) => keeper.set(conversationId, 'note', next),
    [keeper, conversationId],
  );
  useEffect(() => {
    if (data) keeper.restore(conversationId, 'note', data.text);
  }, [data, keeper, conversationId]);
  useEffect(() => {
    window.addEventListener('pagehide', keeper.flush);
    return () => {
      window.removeEventListener('pagehide', keeper.flush);
      keeper.flush();
    };
  }, [keeper]);
  return { text, setText, flush: keeper.flush };
}
