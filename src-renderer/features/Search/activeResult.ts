import { create } from 'zustand';
import { openConversation } from '../../state/ui.ts';

/** The id of the element that holds the results. */
export const resultsId = 'search-results';

interface ActiveResult {
  /** The element ids of the results from top to bottom, with the conversation each leads to. */
  readonly results: readonly { readonly elementId: string; readonly conversationId: string | null }[];
  readonly activeId: string | null;
  /** Whether somebody has moved to the active result, so that it is theirs whatever is found next. */
  readonly isChosen: boolean;
  /** For which text the active result was chosen. */
  readonly text: string | null;
  /** False while the results are those of an earlier text. */
  readonly isCurrent: boolean;
  /** A text whose first result is to be opened as soon as it is found. */
  readonly pendingText: string | null;
}

/** Which result the keys stand on, while the focus stays in the field. */
export const useActiveResult = create<ActiveResult>()(() => ({
  results: [],
  activeId: null,
  isChosen: false,
  text: null,
  isCurrent: false,
  pendingText: null,
}));

/**
 * Takes new results, of `text`, or with null of an earlier text. For a new text the first one is active, unless somebody
 * has chosen; else the active one stays while it is there.
 */
export function setResults(text: string | null, results: ActiveResult['results']): void {
  const before = useActiveResult.getState();
  const stays =
    (text === null || text === before.text || before.isChosen) &&
    results.some(({ elementId }) => elementId === before.activeId);
  useActiveResult.setState({
    results,
    activeId: stays ? before.activeId : (results[0]?.elementId ?? null),
    text: text ?? before.text,
    isCurrent: text !== null,
  });
  if (text !== null && text === before.pendingText) openResult(text);
}

/** Forgets everything: there are no results any more. */
export function resetResults(): void {
  useActiveResult.setState(useActiveResult.getInitialState(), true);
}

/** Forgets what was wanted and chosen: somebody types on. */
export function clearChoice(): void {
  useActiveResult.setState({ pendingText: null, isChosen: false });
}

/** Moves along the results, staying inside them. */
export function moveResult(step: number): void {
  const { results, activeId } = useActiveResult.getState();
  const at = results.findIndex(({ elementId }) => elementId === activeId);
  const next = results[Math.min(results.length - 1, Math.max(0, at + step))];
  if (next) useActiveResult.setState({ activeId: next.elementId, isChosen: true });
}

/**
 * Opens the conversation of the active result. What an earlier text had found is opened only where somebody chose it: who
 * types and presses Enter at once gets what they typed, as soon as it is found.
 */
export function openResult(typed: string): void {
  const { text, isCurrent, isChosen, results, activeId } = useActiveResult.getState();
  const isFound = isChosen || (isCurrent && text === typed);
  useActiveResult.setState({ pendingText: isFound ? null : typed });
  if (!isFound) return;
  const result = results.find(({ elementId }) => elementId === activeId);
  if (result?.conversationId) openConversation(result.conversationId);
}

/** Moves to the first result of a conversation, unless the active one leads there already. */
export function activateResultOf(id: string | null): void {
  const { results, activeId } = useActiveResult.getState();
  const ofIt = results.filter(({ conversationId }) => id !== null && conversationId === id);
  if (ofIt[0] && !ofIt.some(({ elementId }) => elementId === activeId))
    useActiveResult.setState({ activeId: ofIt[0].elementId });
}
