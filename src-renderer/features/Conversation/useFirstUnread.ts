import { useEffect, useState } from 'react';
import { useFind } from '../../state/find.ts';
import { hasMessage } from '../../workspace/history.ts';
import type { OpenHistory } from '../../workspace/useHistory.ts';

/** Where a conversation opens that has unread messages. */
export interface FirstUnread {
  /** The oldest message that was unread when it was opened; it stays the same afterwards. Undefined if there was none. */
  readonly id: string | undefined;
  /** Whether the history around it is still fetched. */
  readonly isLoading: boolean;
}

/** Shows the history around the oldest unread message, however far back it is, unless the conversation was opened at a hit. */
export function useFirstUnread(conversationId: string, open: OpenHistory): FirstUnread {
  const { firstUnread, shown, isCurrent, moves } = open;
  const { loadTo } = moves;
  const [found, setFound] = useState<string | null>();
  const isAtHit = useFind((find) => find.conversationId === conversationId && find.hit !== null);
  const isWanted = found === undefined && isCurrent;
  const isThere = firstUnread === undefined || isAtHit || hasMessage(shown, firstUnread);
  if (isWanted && isThere) setFound(firstUnread ?? null);
  const missing = isWanted && !isThere ? firstUnread : undefined;
  useEffect(() => {
    if (missing === undefined) return;
    // Without it the conversation opens where it did before, or at its end.
    void loadTo(missing).then((error) => error && setFound(null));
  }, [missing, loadTo]);
  return { id: found ?? undefined, isLoading: missing !== undefined };
}
