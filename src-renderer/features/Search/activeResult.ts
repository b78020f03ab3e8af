import { create } from 'zustand';
import { withoutFilters } from '#shared/domain/messageQuery.ts';
import { openHit } from '../../state/find.ts';
import { openCanned } from '../../state/library.ts';
import { openConversation, useUi } from '../../state/ui.ts';

/** The id of the results element. */
export const resultsId = 'search-results';

interface Result {
  readonly elementId: string;
  /** The conversation that it opens. */
  readonly conversationId: string | null;
  /** The message at which it opens it; null for a person. */
  readonly messageId: string | null;
  /** The canned response that it opens in the library; null for a conversation. */
  readonly cannedId: string | null;
}

interface ActiveResult {
  /** From top to bottom. */
  readonly results: readonly Result[];
  readonly activeId: string | null;
  /** Whether somebody moved to the active result; new results then do not change it. */
  readonly isChosen: boolean;
  /** The text for which the active result was found. */
  readonly text: string | null;
  /** False while the results are still those of an earlier text. */
  readonly isCurrent: boolean;
  /** What is looked for instead by Enter, where nothing was found; null if nothing is meant. */
  readonly instead: string | null;
  /** A text whose active result is opened as soon as it is found. */
  readonly pendingText: string | null;
}

/** The result that the keys act on while the focus stays in the field. */
export const useActiveResult = create<ActiveResult>()(() => ({
  results: [],
  activeId: null,
  isChosen: false,
  text: null,
  isCurrent: false,
  instead: null,
  pendingText: null,
}));

/**
 * Sets new results of `text`; null means that they are of an earlier text. A new text activates the first result unless
 * somebody moved, canned responses only if nothing else is found: who searches the queue wants a customer's words, also when
 * these arrive later. Else the active result stays if it still exists. `didYouMean` is what may have been meant by the text.
 */
export function setResults(
  text: string | null,
  results: ActiveResult['results'],
  didYouMean: string | null = null,
): void {
  const before = useActiveResult.getState();
  const active = results.find(({ elementId }) => elementId === before.activeId);
  const isSameText = text === null || text === before.text;
  const stays = active && (before.isChosen || (isSameText && active.cannedId === null));
  useActiveResult.setState({
    results,
    activeId: stays ? active.elementId : (toFirst(results)?.elementId ?? null),
    text: text ?? before.text,
    isCurrent: text !== null,
    instead: results.length === 0 ? didYouMean : null,
  });
  if (text !== null && text === before.pendingText) openResult(text);
}

const toFirst = (results: ActiveResult['results']): Result | undefined =>
  results.find(({ cannedId }) => cannedId === null) ?? results[0];

/** Resets everything when the results disappear. */
export function resetResults(): void {
  useActiveResult.setState(useActiveResult.getInitialState(), true);
}

/** Drops the pending and the chosen result because the text changes. */
export function clearChoice(): void {
  useActiveResult.setState({ pendingText: null, isChosen: false });
}

/** Moves the active result by `step`, staying inside the list. */
export function moveResult(step: number): void {
  const { results, activeId } = useActiveResult.getState();
  const at = results.findIndex(({ elementId }) => elementId === activeId);
  const next = results[Math.min(results.length - 1, Math.max(0, at + step))];
  if (next) useActiveResult.setState({ activeId: next.elementId, isChosen: true });
}

/**
 * Opens the conversation or canned response of the active result. A result of an earlier text is opened only if somebody moved to it;
 * otherwise Enter waits for the results of `typed` and opens the first. Where it has none, what may have been meant is looked for.
 */
export function openResult(typed: string): void {
  const { text, isCurrent, isChosen, results, activeId, instead } = useActiveResult.getState();
  const isFound = isChosen || (isCurrent && text === typed);
  useActiveResult.setState({ pendingText: isFound ? null : typed });
  if (!isFound) return;
  if (results.length === 0 && instead !== null) useUi.getState().setSearchText(instead);
  open(results.find(({ elementId }) => elementId === activeId));
}

/** Opens the result that is shown by this element. */
export function openResultOf(elementId: string): void {
  open(useActiveResult.getState().results.find((one) => one.elementId === elementId));
}

/** Moves the active result by `step` and opens it, once it holds still. `at` is when the key was pressed, as in `Event.timeStamp`. */
export function openNextResult(step: number, at?: number): void {
  moveResult(step);
  const { results, activeId } = useActiveResult.getState();
  const result = results.find(({ elementId }) => elementId === activeId);
  if (result?.conversationId) useUi.getState().moveTo(result.conversationId, at, () => open(result));
}

function open(result: Result | undefined): void {
  if (result?.cannedId) openCanned(result.cannedId);
  if (!result?.conversationId) return;
  const { conversationId, messageId } = result;
  // The result can be of an earlier text, but what was typed since is looked for.
  const text = withoutFilters(useUi.getState().searchText.trim());
  if (messageId === null) openConversation(conversationId);
  else openHit({ conversationId, messageId, text });
}

/** Activates the result of the message that is shown, if it is among them. */
export function activateHit(messageId: string | undefined): void {
  const result = useActiveResult.getState().results.find((one) => one.messageId === messageId);
  if (messageId !== undefined && result) useActiveResult.setState({ activeId: result.elementId });
}

/** Activates the first result of a conversation, unless the active one already belongs to it. */
export function activateResultOf(id: string | null): void {
  const { results, activeId } = useActiveResult.getState();
  const ofIt = results.filter(({ conversationId }) => id !== null && conversationId === id);
  if (ofIt[0] && !ofIt.some(({ elementId }) => elementId === activeId))
    useActiveResult.setState({ activeId: ofIt[0].elementId });
}
