import { useEffect, useMemo } from 'react';
import { useEngineQuery } from '../../../engine/hooks.ts';
import { useFind } from '../../../state/find.ts';
import { useDebounced } from '../../../ui/useDebounced.ts';

/** How long typing must pause before the search starts, in milliseconds. */
const restMs = 80;

/** The hits in a conversation, newest first, and which of them is shown. */
export interface FoundHits {
  readonly count: number;
  /** The index of the hit that is shown; -1 if none is. */
  readonly at: number;
  /** Whether these are the hits of the text as it stands. */
  readonly isDone: boolean;
  /** Whether older messages are not searched yet. */
  readonly isIncomplete: boolean;
  /** Shows the hit that is `step` further, from the last on to the first. */
  readonly showNext: (step: 1 | -1) => void;
}

/** Looks for the typed words in the whole history, and shows the newest hit that is not below what was in sight. */
export function useFoundHits(conversationId: string, toSightAt: () => number): FoundHits {
  const { text: typed, hit, show } = useFind();
  const text = useDebounced(typed.trim(), restMs);
  const query = { conversationId, text };
  const { data, isPlaceholderData, isSuccess } = useEngineQuery('search.history', query, {
    enabled: text !== '',
    keepPrevious: true,
  });
  const items = useMemo(() => (text === '' ? [] : (data?.items ?? [])), [data, text]);
  const isDone = text === typed.trim() && (text === '' || (isSuccess && !isPlaceholderData));
  const isHitWanted = isDone && hit === null && items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in sight counts once, when the hits arrive
  useEffect(() => {
    if (!isHitWanted) return;
    const sightAt = toSightAt();
    const nearest = items.find(({ at }) => at <= sightAt) ?? items.at(-1);
    if (nearest) show(nearest.messageId);
  }, [isHitWanted, items]);
  const at = hit ? items.findIndex(({ messageId }) => messageId === hit.messageId) : -1;
  const showNext = (step: 1 | -1) => {
    const start = at < 0 && step < 0 ? 0 : at;
    const next = items[(start + step + items.length) % items.length];
    if (next) show(next.messageId);
  };
  return { count: items.length, at, isDone, isIncomplete: data?.incomplete === true, showNext };
}
