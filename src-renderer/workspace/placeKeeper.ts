import { View } from '#shared/domain/conversation.ts';
import type { Place, Places } from '#shared/domain/place.ts';
import type { EngineLink } from '../engine/engineLink.ts';
import { useUi } from '../state/ui.ts';
import { screens } from '../state/views.ts';

/** How long a place must be shown before it is saved, in milliseconds: moving through a list saves nothing. */
export const SAVE_AFTER_MS = 500;

type Ui = ReturnType<typeof useUi.getState>;
type Save = (workspaceId: string, place: Place) => void;

/** Remembers what was shown of each workspace. */
export interface PlaceKeeper {
  /**
   * Shows a workspace where it was left, and saves from then on what is shown, until the returned function is called. A
   * conversation that is gone by now is closed again.
   */
  enter(workspaceId: string, link: Pick<EngineLink, 'call'>): () => void;
}

/** Creates a keeper that knows these places and hands changed ones to `save`. */
export function createPlaceKeeper(known: Places, save: Save): PlaceKeeper {
  const places = new Map(Object.entries(known));
  return {
    enter: (workspaceId, link) => {
      const place = places.get(workspaceId);
      if (place) show(place, link);
      return follow((next) => {
        places.set(workspaceId, next);
        save(workspaceId, next);
      });
    },
  };
}

function show({ screen, view, conversationId, front }: Place, link: Pick<EngineLink, 'call'>): void {
  useUi.setState({
    screen: screens.find((known) => known.screen === screen)?.screen ?? 'conversations',
    view: View.safeParse(view).data ?? 'queue',
    selectedId: conversationId,
    front,
  });
  if (conversationId !== null) void closeIfGone(conversationId, link);
}

async function closeIfGone(id: string, link: Pick<EngineLink, 'call'>): Promise<void> {
  const response = await link.call('conversations.get', { id, limit: 1 });
  const isGone = !response.ok && response.error.code === 'notFound';
  if (isGone && useUi.getState().selectedId === id) useUi.getState().select(null);
}

/** Calls `keep` with each place that stays for a while, and with the last one at the end. Returns what ends it. */
function follow(keep: (place: Place) => void): () => void {
  let kept = toPlace(useUi.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const place = toPlace(useUi.getState());
    if (isSame(place, kept)) return;
    kept = place;
    keep(place);
  };
  const unsubscribe = useUi.subscribe((state) => {
    if (isSame(toPlace(state), kept)) return;
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
  });
  window.addEventListener('pagehide', flush);
  return () => {
    flush();
    unsubscribe();
    window.removeEventListener('pagehide', flush);
  };
}

function toPlace({ screen, view, selectedId, front }: Ui): Place {
  return { screen, view, conversationId: selectedId, front };
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.screen === other.screen &&
    one.view === other.view &&
    one.conversationId === other.conversationId &&
    one.front === other.front
  );
}
