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

/** Which of list and conversation is on the screen. */
export function useShownPanes(): 'both' | 'list' | 'conversation' {
  const isOne = useHasOnePane();
  const front = useUi((state) => (state.selectedId === null ? 'list' : state.front));
  return isOne ? front : 'both';
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
