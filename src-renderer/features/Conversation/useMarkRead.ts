import { useEffect } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';

/** How long a conversation must be looked at before it counts as read, so that skimming a list changes nothing. */
export const READ_AFTER_MS = 600;

/** Marks a conversation as read while its newest message is on a visible screen. */
export function useMarkRead({ id, unread }: Conversation, isNewestShown: boolean): void {
  const markRead = useEngineCommand('conversations.markRead', { quiet: true });
  useEffect(() => {
    if (unread === 0 || !isNewestShown) return;
    const mark = () => {
      if (document.visibilityState === 'visible') void markRead({ id });
    };
    const timer = setTimeout(mark, READ_AFTER_MS);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [id, unread, isNewestShown, markRead]);
}
