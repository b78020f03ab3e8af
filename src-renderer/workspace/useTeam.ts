import { useEngineQuery } from '../engine/hooks.ts';
import { useUi } from '../state/ui.ts';
import { views } from '../state/views.ts';
import { useCounts } from './useOpenList.ts';

/** Whether several agents share the workspace: alone, nothing needs an assignee. False until it is known. */
export function useIsTeam(): boolean {
  return (useEngineQuery('agents.list', {}).data?.agents.length ?? 0) > 1;
}

/**
 * The views that say something: alone, all is one's own, and what is open is mostly the queue. The view that is shown is among
 * them in any case.
 */
export function useShownViews(): readonly (typeof views)[number][] {
  const isTeam = useIsTeam();
  const counts = useCounts()?.counts;
  const current = useUi((state) => state.view);
  return views.filter(({ view }) => {
    if (isTeam || view === current) return true;
    return view !== 'mine' && view !== 'toApprove' && (view !== 'open' || counts?.open !== counts?.queue);
  });
}
