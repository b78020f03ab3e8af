import { useEffect, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import type { History } from '../../workspace/history.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/**
 * How long a conversation must be open before it counts as read, in milliseconds, so that skimming a list changes
 * nothing.
 */
export const READ_AFTER_MS = 600;

/**
 * Marks a conversation as read once its newest message has been visible for a while. Until it closes, other commands know
 * what has been seen from the memory.
 */
export function useMarkRead(
  { id, unread }: Conversation,
  isNewestShown: boolean,
  seenThrough: string | undefined,
): void {
  const { memory } = useWorkspace();
  const markRead = useEngineCommand('conversations.markRead', { quiet: true });
  useEffect(() => {
    if (seenThrough !== undefined) memory.of(id).seenThrough = seenThrough;
    return () => {
      delete memory.of(id).seenThrough;
    };
  }, [memory, id, seenThrough]);
  useEffect(() => {
    if (unread === 0 || !isNewestShown || seenThrough === undefined) return;
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

/**
 * The id of the message captured last of those that have been on the screen since the conversation was opened; undefined
 * before its end was.
 */
export function useSeenThrough({ seenThrough }: History, isAtEnd: boolean): string | undefined {
  const [seen, setSeen] = useState<string>();
  if (isAtEnd && seenThrough !== undefined && seen !== seenThrough) setSeen(seenThrough);
  return seen;
}
