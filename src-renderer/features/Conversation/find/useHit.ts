import { useEffect, useState } from 'react';
import { useFind } from '../../../state/find.ts';
import { useUi } from '../../../state/ui.ts';
import { hasMessage } from '../../../workspace/history.ts';
import type { OpenHistory } from '../../../workspace/useHistory.ts';

/**
 * How far the way to the hit is: `none` is wanted, its message is `loading`, `there`, or `missing` because it has left the
 * history since it was found.
 */
export type HitState = 'none' | 'loading' | 'there' | 'missing';

/** Loads the history around the hit that is to be shown in this conversation. */
export function useHit(conversationId: string, { shown, isCurrent, moves }: OpenHistory): HitState {
  const hit = useFind((find) => (find.conversationId === conversationId ? find.hit : null));
  const { loadTo } = moves;
  const [missing, setMissing] = useState<string>();
  const messageId = hit?.messageId;
  const isThere = messageId !== undefined && hasMessage(shown, messageId);
  const isMissing = !isThere && messageId === missing;
  const isLoading = messageId !== undefined && !isThere && !isMissing;
  useEffect(() => {
    if (!isLoading || !isCurrent) return;
    void loadTo(messageId).then((error) => {
      if (!error) return;
      if (error.code === 'notFound') return setMissing(messageId);
      useFind.getState().close();
      useUi.getState().notify(error);
    });
  }, [isLoading, isCurrent, messageId, loadTo]);
  if (messageId === undefined) return 'none';
  return isThere ? 'there' : isMissing ? 'missing' : 'loading';
}
