import { create } from 'zustand';
import { useUi } from '../../state/ui.ts';

/** The id of the element that holds the results. */
export const resultsId = 'search-results';

interface ActiveResult {
  /** The element ids of the results from top to bottom, with the conversation each leads to. */
  readonly results: readonly { readonly elementId: string; readonly conversationId: string | null }[];
  readonly activeId: string | null;
}

/** Which result the keys stand on, while the focus stays in the field. */
export const useActiveResult = create<ActiveResult>()(() => ({ results: [], activeId: null }));

/** Takes new results; the first one is active unless the active one is still there. */
export function setResults(results: ActiveResult['results']): void {
  const { activeId } = useActiveResult.getState();
  const stays = results.some(({ elementId }) => elementId === activeId);
  useActiveResult.setState({ results, activeId: stays ? activeId : (results[0]?.elementId ?? null) });
}

/** Moves along the results, staying inside them. */
export function moveResult(step: number): void {
  const { results, activeId } = useActiveResult.getState();
  const at = results.findIndex(({ elementId }) => elementId === activeId);
  const next = results[Math.min(results.length - 1, Math.max(0, at + step))];
  if (next) useActiveResult.setState({ activeId: next.elementId });
}

/** Opens the conversation of the active result. */
export function openResult(): void {
  const { results, activeId } = useActiveResult.getState();
  const result = results.find(({ elementId }) => elementId === activeId);
  if (!result?.conversationId) return;
  useUi.getState().select(result.conversationId);
  useUi.getState().focusOn('conversation');
}

/** Moves to the first result of a conversation, unless the active one leads there already. */
export function activateResultOf(id: string | null): void {
  const { results, activeId } = useActiveResult.getState();
  const ofIt = results.filter(({ conversationId }) => id !== null && conversationId === id);
  if (ofIt[0] && !ofIt.some(({ elementId }) => elementId === activeId))
    useActiveResult.setState({ activeId: ofIt[0].elementId });
}
