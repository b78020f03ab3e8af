import { useSyncExternalStore } from 'react';
import { useUi } from '../state/ui.ts';

/** In windows narrower than this, in pixels, the person is shown over the conversation. */
const personOverBelow = 1180;

/** In windows narrower than this, in pixels, the rail shows icons only, and either the list or the conversation. */
const onePaneBelow = 900;

/** Whether the window has room for the list or the conversation, not for both. */
export function hasOnePane(): boolean {
  return window.innerWidth < onePaneBelow;
}

/** As `hasOnePane`; re-renders when it changes. */
export function useHasOnePane(): boolean {
  return useSyncExternalStore(onResize, hasOnePane);
}

/** Whether the person is shown over the conversation; re-renders when it changes. */
export function useIsPersonOver(): boolean {
  return useSyncExternalStore(onResize, () => window.innerWidth < personOverBelow);
}

/** Which of a list and what is selected there is on the screen; `conversation` stands for any detail. */
export type ShownPanes = 'both' | 'list' | 'conversation';

/** Which of list and conversation is on the screen. */
export function useShownPanes(): ShownPanes {
  return useShownOf(useUi((state) => state.selectedId !== null));
}

/** As `useShownPanes`, for another list; `hasDetail` says whether there is anything to show beside it. */
export function useShownOf(hasDetail: boolean): ShownPanes {
  const isOne = useHasOnePane();
  const front = useUi((state) => state.front);
  if (!isOne) return 'both';
  return hasDetail ? front : 'list';
}

/**
 * Goes one step back on a screen with a list and what is selected there: closes that, or returns from it to the list where only one of them
 * is shown; from the list alone to the conversations.
 */
export function stepBack(hasDetail: boolean, close: () => void): void {
  const { front, goTo, focusOn } = useUi.getState();
  const isOne = hasOnePane();
  if (!hasDetail || (isOne && front === 'list')) goTo('conversations');
  else if (!isOne) close();
  focusOn('list');
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
