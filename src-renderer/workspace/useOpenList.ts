import { useEffect, useRef } from 'react';
import type { View } from '#shared/domain/conversation.ts';
import type { ConversationFilter } from '#shared/domain/conversationFilter.ts';
import type { SavedView } from '#shared/domain/savedView.ts';
import type { ListSort } from '#shared/domain/viewOrder.ts';
import { useEngineQuery } from '../engine/hooks.ts';
import { followSavedView, isEdited, useListQuery } from '../state/listQuery.ts';
import { useUi } from '../state/ui.ts';

/** Who has waited longer than a time is another number as time passes, without an event. In milliseconds. */
export const REFETCH_WAITING_MS = 15_000;

/** The conversations that are listed. */
export interface OpenList {
  readonly view: View;
  readonly filter: ConversationFilter;
  readonly sort: ListSort | null;
  /** The saved view that is open; null if none is. */
  readonly saved: SavedView | null;
  /** Its filter or order was changed and not saved. */
  readonly isEdited: boolean;
  readonly isFiltered: boolean;
}

/** The list that is open. */
export function useOpenList(): OpenList {
  const view = useUi((state) => state.view);
  const query = useListQuery();
  const { filter, sort, saved } = query;
  const isFiltered = Object.keys(filter).length > 0;
  return { view, filter, sort, saved, isEdited: isEdited(view, query), isFiltered };
}

const none: readonly SavedView[] = [];

/** The saved views in their order. */
export function useSavedViews(): readonly SavedView[] {
  return useEngineQuery('views.list', {}).data?.items ?? none;
}

/** Follows changes that others make to the open saved view. For a component that is always mounted. */
export function useFollowedView(): void {
  const views = useEngineQuery('views.list', {}).data?.items;
  const saved = useListQuery((state) => state.saved);
  const before = useRef(views);
  useEffect(() => {
    const known = before.current;
    before.current = views;
    if (!views || saved === null) return;
    const isOpen = ({ id }: SavedView) => id === saved.id;
    const now = views.find(isOpen) ?? null;
    // A view that was just saved is not in the list yet.
    const isGone = now === null && known?.some(isOpen);
    if (isGone || (now && JSON.stringify(now) !== JSON.stringify(saved))) followSavedView(now);
  }, [views, saved]);
}

/** The number of conversations in each view and each saved view; undefined until it is known. */
export function useCounts() {
  const isTimed = useSavedViews().some(({ filter }) => filter.waitingMinutes !== undefined);
  return useEngineQuery('conversations.counts', {}, toOptions(isTimed)).data;
}

/** The number of conversations in the open list; undefined until it is known. */
export function useOpenCount(): number | undefined {
  const { view, filter, saved, isEdited: isChanged, isFiltered } = useOpenList();
  const counts = useCounts();
  const isKnown = !isFiltered || (saved !== null && !isChanged);
  const options = { ...toOptions(filter.waitingMinutes !== undefined), enabled: !isKnown };
  const counted = useEngineQuery('conversations.count', { view, filter }, options).data?.count;
  if (!isKnown) return counted;
  return saved && !isChanged ? counts?.saved[saved.id] : counts?.counts[view];
}

const toOptions = (isTimed: boolean) => (isTimed ? { refetchMs: REFETCH_WAITING_MS } : {});
