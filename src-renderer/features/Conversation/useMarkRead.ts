import { useEffect, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import type { History } from '../../workspace/history.ts';

/**
 * How long a conversation must be open before it counts as read, in milliseconds, so that skimming a list changes
 * nothing.
 */
export const READ_AFTER_MS = 600;

/** Marks a conversation as read once its newest message has been visible for a while. */
export function useMarkRead({ id, unread, lastMessage }: Conversation, isNewestShown: boolean): void {
  const seenThrough = lastMessage.id;
  const markRead = useEngineCommand('conversations.markRead', { quiet: true });
  useEffect(() => {
    if (unread === 0 || !isNewestShown) return;
    const mark = () => {
      if (document.visibilityState === 'visible') void markRead({ id, seenThrough });
    };
    const timer = setTimeout(mark, READ_AFTER_MS);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [id, unread, seenThrough, isNewestShown, markRead]);
}

/** The id of the newest incoming message that has been on the screen; undefined before there was one. */
export function useSeenThrough({ messages }: History, isAtEnd: boolean): string | undefined {
  const newest = messages.findLast(({ direction, context }) => direction === 'in' && !context)?.id;
  const [seen, setSeen] = useState<string>();
  if (isAtEnd && newest !== undefined && seen !== newest) setSeen(newest);
  return seen;
}
