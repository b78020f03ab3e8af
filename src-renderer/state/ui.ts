import { create, type StoreApi } from 'zustand';
import type { View } from '#shared/domain/conversation.ts';
import type { AppError } from '#shared/errors.ts';

/** Where the keyboard focus should go; `nonce` makes asking twice for the same place count twice. */
export type FocusArea = 'list' | 'search' | 'conversation' | 'composer';
export type Overlay = 'none' | 'palette' | 'help' | 'settings' | 'connect';

/** What stands beside the rail: the conversations, or one of the other places. */
export type Screen = 'conversations' | 'outbox' | 'listening' | 'costs' | 'capture';

export interface Notice {
  readonly id: number;
  readonly error: AppError;
}

interface UiState {
  readonly screen: Screen;
  readonly view: View;
  /** The open conversation; at the same time the cursor of the list. */
  readonly selectedId: string | null;
  /** The ids of the list as shown, top first; kept by the list. */
  readonly order: readonly string[];
  /** Rows that wait behind the "new" button. */
  readonly waitingIds: readonly string[];
  readonly focus: { readonly area: FocusArea; readonly nonce: number };
  readonly overlay: Overlay;
  readonly searchText: string;
  /** Whether the person stands over the conversation, where the window is too narrow for a pane of its own. */
  readonly personOver: boolean;
  readonly notices: readonly Notice[];
  goTo(screen: Screen): void;
  setView(view: View): void;
  /** Opens a conversation, from wherever one is. */
  select(id: string | null): void;
  /** Moves the selection along the list, staying inside it. */
  selectBy(step: number): void;
  /** Goes to the next row, else the one before; for a conversation that leaves the list. The list gets the focus, in a search the conversation. */
  selectNeighbourOf(id: string): void;
  setList(order: readonly string[], waitingIds: readonly string[]): void;
  focusOn(area: FocusArea): void;
  show(overlay: Overlay): void;
  setSearchText(text: string): void;
  setPersonOver(over: boolean): void;
  notify(error: AppError): void;
  dismissNotice(id: number): void;
  /** Forgets everything, for another workspace. */
  reset(): void;
}

const start = {
  screen: 'conversations',
  view: 'queue',
  selectedId: null,
  order: [],
  waitingIds: [],
  focus: { area: 'list', nonce: 0 },
  overlay: 'none',
  searchText: '',
  personOver: false,
  notices: [],
} as const;

/** What a window remembers of itself while it is open; truth about conversations stays in the engine. */
export const useUi = create<UiState>()((set, get, store) => ({
  ...start,
  ...toSelecting(set, get),
  goTo: (screen) => set({ screen }),
  setList: (order, waitingIds) => set({ order, waitingIds }),
  focusOn: (area) =>
    set((state) => ({
      focus: { area, nonce: state.focus.nonce + 1 },
      ...(area === 'search' ? { screen: 'conversations' } : {}),
    })),
  show: (overlay) => set({ overlay }),
  setSearchText: (searchText) => set({ searchText }),
  setPersonOver: (personOver) => set({ personOver }),
  notify: (error) =>
    set((state) => ({
      notices: [...state.notices, { id: (state.notices.at(-1)?.id ?? 0) + 1, error }].slice(-3),
    })),
  dismissNotice: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
  reset: () => set(store.getInitialState(), true),
}));

type Store = StoreApi<UiState>;
type Selecting = Pick<UiState, 'setView' | 'select' | 'selectBy' | 'selectNeighbourOf'>;

/** How the view and the selection in it move. */
function toSelecting(set: Store['setState'], get: Store['getState']): Selecting {
  return {
    setView: (view) =>
      set((state) =>
        state.view === view && state.searchText === ''
          ? { screen: 'conversations' }
          : {
              screen: 'conversations',
              view,
              searchText: '',
              order: [],
              waitingIds: [],
              selectedId: null,
            },
      ),
    select: (selectedId) =>
      set(selectedId === null ? { selectedId } : { selectedId, screen: 'conversations' }),
    selectBy: (step) => {
      const { order, selectedId } = get();
      if (order.length === 0) return;
      const at = selectedId === null ? -1 : order.indexOf(selectedId);
      set({ selectedId: order[stepWithin(order.length, at, step)] ?? null });
    },
    selectNeighbourOf: (id) => {
      const { order, selectedId, searchText, focusOn } = get();
      if (selectedId !== id) return;
      const neighbour = neighbourOf(order, id);
      set({ selectedId: neighbour });
      // In the field of the search the next key would be text.
      focusOn(searchText.trim() === '' || neighbour === null ? 'list' : 'conversation');
    },
  };
}

/** Opens a conversation, from wherever one is, and goes into it. */
export function openConversation(id: string): void {
  const ui = useUi.getState();
  ui.select(id);
  ui.focusOn('conversation');
}

/** The row after `id`, else the one before, else none. */
export function neighbourOf(order: readonly string[], id: string): string | null {
  const at = order.indexOf(id);
  if (at < 0) return null;
  return order[at + 1] ?? order[at - 1] ?? null;
}

/**
 * Where the selection of a list of `count` rows stands after `step` from row `at`, staying inside the list. Without a
 * selection (-1) a step back begins at the end. -1 for an empty list.
 */
export function stepWithin(count: number, at: number, step: number): number {
  const start = at < 0 && step < 0 ? count : at;
  return Math.min(count - 1, Math.max(0, start + step));
}
