import { useEffect } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { READ_AFTER_MS } from './useMarkRead.ts';

/** Takes mentions of the current agent as seen, once the conversation has been visible for a while. */
export function useMentionSeen({ id, mentionsMe }: Conversation, isInSight: boolean): void {
  const markSeen = useEngineCommand('notes.markSeen', { quiet: true });
  useEffect(() => {
    if (!mentionsMe || !isInSight) return;
    const mark = () => {
      if (document.visibilityState === 'visible') void markSeen({ conversationId: id });
    };
    const timer = setTimeout(mark, READ_AFTER_MS);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [id, mentionsMe, isInSight, markSeen]);
}
