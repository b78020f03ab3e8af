import { useCallback, useEffect, useState } from 'react';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useEngineCommand } from '../../engine/hooks.ts';
import { useFind } from '../../state/find.ts';
import { useKeptUnread } from '../../state/keptUnread.ts';
import type { History } from '../../workspace/history.ts';
import type { OpenHistory } from '../../workspace/useHistory.ts';
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
  /** The unread messages that have been on the screen. */
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

/** Unread messages that were not on the screen bound what is seen, even if the end was. */
export function toSeenThrough(
  { unread, seenThrough }: History,
  { isAtEnd, shown }: InSight,
): string | undefined {
  const unseenAt = unread.findIndex((id) => !shown.has(id));
  if (unseenAt >= 0) return unread[unseenAt - 1];
  return isAtEnd ? seenThrough : unread.at(-1);
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

/**
 * The first message, from the top, that is unread when the conversation is opened; it stays the same afterwards. Undefined if
 * there is none, and until all that is unread is loaded. Where a hit is shown, nothing is loaded for that.
 */
export function useFirstUnread(id: string, open: OpenHistory): string | undefined {
  const { newest, isCurrent, moves } = open;
  const { messages, unread, previous } = newest;
  const [first, setFirst] = useState<string | null>();
  const isAtHit = useFind((find) => find.conversationId === id && find.hit !== null);
  const isOpen = first === undefined && isCurrent;
  const isLoaded = !isOpen || isAtHit || previous === undefined || hasAll(messages, unread);
  if (isOpen && isLoaded) setFirst(messages.find(({ id }) => unread.includes(id))?.id ?? null);
  useEffect(() => {
    if (isOpen && !isLoaded) moves.loadOlder();
  });
  return first ?? undefined;
}

function hasAll(messages: History['messages'], ids: readonly string[]): boolean {
  const loaded = new Set(messages.map(({ id }) => id));
  return ids.every((id) => loaded.has(id));
}
