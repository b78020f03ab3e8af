import { create, type StoreApi } from 'zustand';
import type { Priority, View } from '#shared/domain/conversation.ts';
import type { Channel } from '#shared/domain/reply.ts';
import type { AppError } from '#shared/errors.ts';
import { type Moving, type Selection, toMoving } from './moving.ts';

/** The areas that the focus can be sent to; `cap` is the field of the monthly cap. */
export type FocusArea = 'list' | 'search' | 'conversation' | 'composer' | 'cap';
/** `newAgent` is the settings with the field for the name of a new agent. */
export type Overlay =
  | 'none'
  | 'palette'
  | 'help'
  | 'settings'
  | 'network'
  | 'newAgent'
  | 'connect'
  | 'logOut'
  | 'removeAccount'
  | 'resolveOlder'
  | 'saveView'
  | 'views'
  | 'macros'
  | 'rules'
  | 'crisis'
  | 'crisisStart'
  | 'crisisPast';

/** What is shown beside the rail. */
export type Screen =
  | 'conversations'
  | 'outbox'
  | 'listening'
  | 'library'
  | 'costs'
  | 'handovers'
  | 'reports'
  | 'capture';

export interface Notice {
  readonly id: number;
  readonly error: AppError;
}

/** What an agent did to a conversation, in the words of its timeline. */
export type DoneWhat =
  | { readonly type: 'resolved' | 'pending' | 'open' | 'reopened' | 'unsnoozed' | 'unassigned' | 'unread' }
  | { readonly type: 'vip' | 'notVip' | 'surveyRuledOut' | 'surveyAllowed' }
  | { readonly type: 'snoozed'; readonly until: number }
  | { readonly type: 'assigned'; readonly agent: string }
  | { readonly type: 'priority'; readonly priority: Priority }
  | { readonly type: 'tagged' | 'untagged'; readonly tag: string }
  | { readonly type: 'noteAdded' | 'noteEdited' | 'noteDeleted' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'returned'; readonly author: string };

/** Something an agent did in this window that can be undone. */
export type Done = DoneOne | DoneMany | DoneHidden | DoneBlocked | DoneInLibrary;

/** What was done to one conversation. */
export interface DoneOne {
  readonly activityId: string;
  readonly conversationId: string;
  readonly what: DoneWhat;
  /** What it did to a draft that undoing puts back; absent for none. */
  readonly draft?: { readonly channel: Channel; readonly before: string; readonly after: string };
  readonly at: number;
}

/** What was done to many conversations at once. */
export interface DoneMany {
  readonly bulkId: string;
  /** What was done to how many. */
  readonly words: string;
  readonly ids: readonly string[];
  /** The conversation that was open. */
  readonly returnTo: string | null;
  readonly at: number;
}

/** That a post of the Watchlist was hidden. */
export interface DoneHidden {
  readonly hiddenId: string;
  readonly words: string;
  readonly at: number;
}

/** That an author was blocked in the Watchlist. */
export interface DoneBlocked {
  readonly blockedId: string;
  readonly words: string;
  readonly at: number;
}

/** That a canned response was deleted, a file imported or a proposal dismissed. */
export interface DoneInLibrary {
  readonly libraryActivityId: string;
  readonly words: string;
  readonly at: number;
}

interface UiState extends Selection, Moving {
  readonly screen: Screen;
  readonly view: View;
  /** New rows that are not shown until the "new" button is pressed. */
  readonly waitingIds: readonly string[];
  /** Which list is also read from its end, and whether its last rows are shown rather than its first ones. */
  readonly listEnd: { readonly of: string; readonly isShown: boolean } | null;
  /** Whether `order` are the last rows of the list, and not the first ones. */
  readonly isAtEnd: boolean;
  readonly focus: { readonly area: FocusArea; readonly nonce: number };
  /** The pane that stays in a window with room for one: where the focus was last, or the conversation once opened. */
  readonly front: 'list' | 'conversation';
  readonly overlay: Overlay;
  /** The conversation whose snooze menu is open; it need not be mounted yet. */
  readonly snoozing: string | null;
  readonly searchText: string;
  /** Whether the person is shown over the conversation, in a window too narrow for a third pane. */
  readonly personOver: boolean;
  readonly notices: readonly Notice[];
  /** What was done and not undone, oldest first. */
  readonly done: readonly Done[];
  /** What was done last, or that it was undone, until that has been read. */
  readonly toast: { readonly done: Done; readonly isUndone: boolean } | null;
  goTo(screen: Screen): void;
  setView(view: View): void;
  /** Opens a conversation from any screen. */
  select(id: string | null): void;
  /**
   * Selects the row after `id`, else the one before, because `id` leaves the list. The focus goes to the list, during a
   * search to the conversation. The pane in front stays.
   */
  selectNeighbourOf(id: string): void;
  /** Without `isAtEnd` the rows are of the end of the list that was shown. */
  setList(order: readonly string[], waitingIds: readonly string[], isAtEnd?: boolean): void;
  setListEnd(listEnd: UiState['listEnd']): void;
  focusOn(area: FocusArea): void;
  setFront(front: UiState['front']): void;
  show(overlay: Overlay): void;
  /** Opens the snooze menu of a conversation, or closes it with null. */
  showSnooze(conversationId: string | null): void;
  setSearchText(text: string): void;
  setPersonOver(over: boolean): void;
  notify(error: AppError): void;
  dismissNotice(id: number): void;
  did(done: Done): void;
  /** Takes an action out of those that can be undone, and its toast with it. */
  forget(done: Done): void;
  undid(done: Done): void;
  dismissToast(): void;
  /** Resets everything when a workspace opens or closes. */
  reset(): void;
}

const start = {
  screen: 'conversations',
  view: 'queue',
  selectedId: null,
  opening: null,
  order: [],
  waitingIds: [],
  listEnd: null,
  isAtEnd: false,
  focus: { area: 'list', nonce: 0 },
  front: 'list',
  overlay: 'none',
  snoozing: null,
  searchText: '',
  personOver: false,
  notices: [],
  done: [],
  toast: null,
} as const;

/** The state of a list that is opened: at its top, without a selection. */
export const emptyList = {
  order: [],
  waitingIds: [],
  listEnd: null,
  isAtEnd: false,
  selectedId: null,
} as const;

/** Navigation, selection and focus of the open workspace. Facts about conversations stay in the engine. */
export const useUi = create<UiState>()((set, get, store) => ({
  ...start,
  ...toSelecting(set, get),
  ...toMoving(set, get),
  ...toDoing(set),
  goTo: (screen) => set({ screen }),
  setList: (order, waitingIds, isAtEnd) =>
    set((state) => ({ order, waitingIds, isAtEnd: isAtEnd ?? state.isAtEnd })),
  setListEnd: (listEnd) => set({ listEnd }),
  focusOn: (area) =>
    set((state) => ({
      focus: { area, nonce: state.focus.nonce + 1 },
      front: area === 'list' || area === 'search' ? 'list' : 'conversation',
      ...(area === 'search' ? { screen: 'conversations' } : {}),
    })),
  setFront: (front) => set({ front }),
  show: (overlay) => set({ overlay }),
  showSnooze: (snoozing) => set({ snoozing }),
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
type Selecting = Pick<UiState, 'setView' | 'select' | 'selectNeighbourOf'>;

/** The actions on view and selection. */
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
              ...emptyList,
            },
      ),
    select: (selectedId) =>
      set(
        selectedId === null ? { selectedId } : { selectedId, screen: 'conversations', front: 'conversation' },
      ),
    selectNeighbourOf: (id) => {
      const { order, selectedId, front } = get();
      if (selectedId !== id) return;
      const neighbour = neighbourOf(order, id);
      set({ selectedId: neighbour });
      focusForKeys();
      set({ front });
    },
  };
}

/** So many actions can be undone, one after the other. */
const KEPT = 50;

/** What was done, and its toast. */
function toDoing(set: Store['setState']): Pick<UiState, 'did' | 'forget' | 'undid' | 'dismissToast'> {
  return {
    did: (done) =>
      set((state) => ({ done: [...state.done, done].slice(-KEPT), toast: { done, isUndone: false } })),
    forget: (done) =>
      set((state) => ({
        done: state.done.filter((one) => one !== done),
        toast: state.toast?.done === done ? null : state.toast,
      })),
    undid: (done) => set({ toast: { done, isUndone: true } }),
    dismissToast: () => set({ toast: null }),
  };
}

/** Opens a conversation from any screen and focuses it. */
export function openConversation(id: string): void {
  const ui = useUi.getState();
  ui.select(id);
  ui.focusOn('conversation');
}

/**
 * Sends the focus to where single keys work: the list, or during a search the open conversation, since in the search field
 * the next key would be text.
 */
export function focusForKeys(): void {
  const { searchText, selectedId, focusOn } = useUi.getState();
  focusOn(searchText.trim() === '' || selectedId === null ? 'list' : 'conversation');
}

/** Moves on from a conversation that is resolved or snoozed. Where such ones stay in the list, so does the selection. */
export function moveOnFrom(id: string): void {
  const ui = useUi.getState();
  if (ui.view !== 'all' && ui.view !== 'resolved') ui.selectNeighbourOf(id);
}

/** The row after `id`, else the one before, else null. */
export function neighbourOf(order: readonly string[], id: string): string | null {
  const at = order.indexOf(id);
  if (at < 0) return null;
  return order[at + 1] ?? order[at - 1] ?? null;
}
