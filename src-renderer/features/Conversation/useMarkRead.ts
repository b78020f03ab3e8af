import { useCallback, useEffect, useState } from 'react';
import { type Conversation, mostUnreadNamed } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useKeptUnread } from '../../state/keptUnread.ts';
import type { History } from '../../workspace/history.ts';
import { useOnceSeen } from '../../workspace/useOnceSeen.ts';
import { useWorkspace } from '../../workspace/WorkspaceProvider.tsx';

/**
 * Marks a conversation as read as far as it was seen, once it has been visible for a while. Until it closes, other commands know
 * what has been seen from the memory.
 */
export function useMarkRead(
  { id, unread }: Conversation,
  isInSight: boolean,
  seenThrough: string | undefined,
): void {
  const { memory } = useWorkspace();
  const markRead = useEngineCommand('conversations.markRead', { quiet: true });
  const isKept = useKeptUnread((state) => state.id === id);
  useEffect(() => () => useKeptUnread.getState().release(id), [id]);
  useEffect(() => {
    if (seenThrough !== undefined) memory.of(id).seenThrough = seenThrough;
    return () => {
      delete memory.of(id).seenThrough;
    };
  }, [memory, id, seenThrough]);
  const mark = useCallback(() => {
    if (seenThrough !== undefined) void markRead({ id, seenThrough });
  }, [id, seenThrough, markRead]);
  useOnceSeen(unread > 0 && isInSight && !isKept && seenThrough !== undefined, mark);
}

/** How much of a conversation is on the screen. */
interface InSight {
  readonly isAtEnd: boolean;
  /** The messages that have been on the screen while some were unread. */
  readonly shown: ReadonlySet<string>;
}

/**
 * The id of the message captured last such that this and all captured before have been on the screen since the
 * conversation was opened, or were read before; undefined before any was.
 */
export function useSeenThrough(history: History, inSight: InSight): string | undefined {
  const [seen, setSeen] = useState<string>();
  const next = toSeenThrough(history, inSight);
  if (next !== undefined && seen !== next) setSeen(next);
  return seen;
}

/** Unread messages that were not on the screen bound what is seen, even if the end was; so do those that are not named yet. */
export function toSeenThrough(
  { unread, seenThrough }: History,
  { isAtEnd, shown }: InSight,
): string | undefined {
  const unseenAt = unread.findIndex((id) => !shown.has(id));
  if (unseenAt >= 0) return unread[unseenAt - 1];
  return isAtEnd && unread.length < mostUnreadNamed ? seenThrough : unread.at(-1);
}

/** The messages that have been reported as shown, and the function that reports them. */
export function useShownMessages(isInSight: boolean) {
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set());
  const onShown = useCallback(
    (ids: readonly string[]) => {
      if (isInSight)
        setShown((before) => (ids.every((id) => before.has(id)) ? before : new Set([...before, ...ids])));
    },
    [isInSight],
  );
  return { shown, onShown };
}
