import { View } from '#shared/domain/conversation.ts';
import type { Place, Places } from '#shared/domain/place.ts';
import type { EngineLink } from '../engine/engineLink.ts';
import { restoreSavedView, useListQuery } from '../state/listQuery.ts';
import { restoreReport, toRememberedReport, useReportChoice } from '../state/report.ts';
import { useUi } from '../state/ui.ts';
import { screens } from '../state/views.ts';

/** How long a place must be shown before it is saved, in milliseconds: moving through a list saves nothing. */
export const SAVE_AFTER_MS = 500;

type Save = (workspaceId: string, place: Place) => void;

/** Remembers what was shown of each workspace. */
export interface PlaceKeeper {
  /**
   * Shows a workspace where it was left, and saves from then on what is shown, until the returned function is called. A
   * conversation that is gone by now is closed again, and of a saved view that is gone the view stays that it filtered.
   */
  enter(workspaceId: string, link: Pick<EngineLink, 'call'>): () => void;
}

/** Creates a keeper that knows these places and hands changed ones to `save`. */
export function createPlaceKeeper(known: Places, save: Save): PlaceKeeper {
  const places = new Map(Object.entries(known));
  return {
    enter: (workspaceId, link) => {
      const place = places.get(workspaceId);
      const coming = place ? show(place, link) : { savedView: undefined, view: 'queue' as const };
      return follow(coming, (next) => {
        places.set(workspaceId, next);
        save(workspaceId, next);
      });
    },
  };
}

/** The saved view that is to be shown once the engine has said what it filters. */
interface Coming {
  savedView: string | undefined;
  /** The view that is shown until then. */
  readonly view: View;
}

function show(place: Place, link: Pick<EngineLink, 'call'>): Coming {
  const { screen, conversationId, front, savedView, report } = place;
  const view = View.safeParse(place.view).data ?? 'queue';
  useUi.setState({
    screen: screens.find((known) => known.screen === screen)?.screen ?? 'conversations',
    view,
    selectedId: conversationId,
    front,
  });
  if (report !== undefined) restoreReport(report);
  const coming = { savedView, view };
  if (conversationId !== null) void closeIfGone(conversationId, link);
  if (savedView !== undefined) void showSavedView(coming, link);
  return coming;
}

async function closeIfGone(id: string, link: Pick<EngineLink, 'call'>): Promise<void> {
  const response = await link.call('conversations.get', { id, limit: 1 });
  const isGone = !response.ok && response.error.code === 'notFound';
  if (isGone && useUi.getState().selectedId === id) useUi.getState().select(null);
}

async function showSavedView(coming: Coming, link: Pick<EngineLink, 'call'>): Promise<void> {
  const response = await link.call('views.list', {});
  const id = toComing(coming);
  if (!response.ok || id === undefined) return;
  coming.savedView = undefined;
  const saved = response.value.items.find((one) => one.id === id);
  if (saved) restoreSavedView(saved);
}

/** The saved view that is still to be shown: not if somebody has gone elsewhere meanwhile. */
function toComing({ savedView, view }: Coming): string | undefined {
  const { filter, sort, saved } = useListQuery.getState();
  const isUntouched = saved === null && sort === null && Object.keys(filter).length === 0;
  return isUntouched && useUi.getState().view === view ? savedView : undefined;
}

/** Calls `keep` with each place that stays for a while, and with the last one at the end. Returns what ends it. */
function follow(coming: Coming, keep: (place: Place) => void): () => void {
  let kept = toPlace(coming);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const place = toPlace(coming);
    if (isSame(place, kept)) return;
    kept = place;
    keep(place);
  };
  const onChange = () => {
    if (isSame(toPlace(coming), kept)) return;
    clearTimeout(timer);
    timer = setTimeout(flush, SAVE_AFTER_MS);
  };
  const unsubscribe = [
    useUi.subscribe(onChange),
    useListQuery.subscribe(onChange),
    useReportChoice.subscribe(onChange),
  ];
  window.addEventListener('pagehide', flush);
  return () => {
    flush();
    coming.savedView = undefined;
    for (const end of unsubscribe) end();
    window.removeEventListener('pagehide', flush);
  };
}

function toPlace(coming: Coming): Place {
  const { screen, view, selectedId, front } = useUi.getState();
  const savedView = useListQuery.getState().saved?.id ?? toComing(coming);
  const report = toRememberedReport();
  return {
    screen,
    view,
    ...(savedView === undefined ? {} : { savedView }),
    ...(report === undefined ? {} : { report }),
    conversationId: selectedId,
    front,
  };
}

function isSame(one: Place, other: Place): boolean {
  return (
    one.screen === other.screen &&
    one.view === other.view &&
    one.savedView === other.savedView &&
    JSON.stringify(one.report) === JSON.stringify(other.report) &&
    one.conversationId === other.conversationId &&
    one.front === other.front
  );
}
