import { create } from 'zustand';
import type { View } from '#shared/domain/conversation.ts';
import { type ConversationFilter, isSameFilter } from '#shared/domain/conversationFilter.ts';
import type { SavedView } from '#shared/domain/savedView.ts';
import type { ListSort } from '#shared/domain/viewOrder.ts';
import { emptyList, useUi } from './ui.ts';

interface ListQueryState {
  readonly filter: ConversationFilter;
  /** Null for the usual order of the view. */
  readonly sort: ListSort | null;
  /** The saved view that is open, as it was last known; its filter and order may have been changed since. */
  readonly saved: SavedView | null;
  readonly isMenuOpen: boolean;
  /** Resets everything when a workspace opens or closes. */
  reset(): void;
}

/** What of a view is listed, and in which order. The view itself is in `useUi`. */
export const useListQuery = create<ListQueryState>()((set, _get, store) => ({
  filter: {},
  sort: null,
  saved: null,
  isMenuOpen: false,
  reset: () => set(store.getInitialState(), true),
}));

type Query = Pick<ListQueryState, 'filter' | 'sort' | 'saved'>;

/** Opens a view with all its conversations, in its usual order. */
export function goToView(view: View): void {
  show(view, { filter: {}, sort: null, saved: null });
}

/** Opens a saved view. */
export function goToSavedView(saved: SavedView): void {
  show(saved.view, { filter: saved.filter, sort: saved.sort, saved });
}

/** Opens a saved view around the conversation that is open. */
export function restoreSavedView(saved: SavedView): void {
  useListQuery.setState({ filter: saved.filter, sort: saved.sort, saved });
  useUi.setState({ view: saved.view });
}

/** Changes the filter of the open list. */
export function setFilter(filter: ConversationFilter): void {
  show(useUi.getState().view, { ...useListQuery.getState(), filter });
}

/** Changes the order of the open list. */
export function setSort(sort: ListSort | null): void {
  show(useUi.getState().view, { ...useListQuery.getState(), sort });
}

/** Takes the filter and the order back to those of the open view. */
export function clearFilter(): void {
  const { saved } = useListQuery.getState();
  if (saved) goToSavedView(saved);
  else goToView(useUi.getState().view);
}

/** Removes the part of the filter that was added last; returns whether there was one. */
export function removeLastFilter(): void {
  const { filter } = useListQuery.getState();
  const last = Object.keys(filter).at(-1);
  if (last !== undefined) setFilter(withoutFilter(filter, last as keyof ConversationFilter));
}

/** A filter without one of its parts. */
export function withoutFilter(
  filter: ConversationFilter,
  part: keyof ConversationFilter,
): ConversationFilter {
  const { [part]: _, ...others } = filter;
  return others;
}

/** Takes over what is known now of the open saved view; null if it is gone, which leaves its filter in place. */
export function followSavedView(now: SavedView | null): void {
  const { saved } = useListQuery.getState();
  if (saved === null) return;
  if (now === null || isEdited(useUi.getState().view, useListQuery.getState())) {
    useListQuery.setState({ saved: now });
  } else goToSavedView(now);
}

/** Whether a saved view is open whose filter or order was changed and not saved. */
export function isEdited(view: View, { filter, sort, saved }: Query): boolean {
  return saved !== null && !isSame({ view, filter, sort }, saved);
}

type Listed = Pick<SavedView, 'view' | 'filter' | 'sort'>;
const isSame = (one: Listed, other: Listed) =>
  one.view === other.view && one.sort === other.sort && isSameFilter(one.filter, other.filter);

function show(view: View, { filter, sort, saved }: Query): void {
  const ui = useUi.getState();
  const isOther = !isSame({ view: ui.view, ...useListQuery.getState() }, { view, filter, sort });
  useListQuery.setState({ filter, sort, saved });
  ui.setView(view);
  if (isOther) useUi.setState(emptyList);
}
