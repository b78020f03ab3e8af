import { create } from 'zustand';
import { BULK_LIMIT } from '#shared/domain/bulkChange.ts';
import type { Conversation } from '#shared/domain/conversation.ts';

/** What is needed of a row to pick it. */
export type Pickable = Pick<Conversation, 'id' | 'lastMessage'>;

/** Conversations by id, each with the message that its row showed when it was picked: what came later was not picked. */
export type Picks = ReadonlyMap<string, string>;

interface Range {
  readonly anchor: string;
  readonly end: string;
  readonly rows: readonly Pickable[];
}

interface PickedState {
  /** The conversations of the list that the next action is for, in the order in which they were picked. */
  readonly picks: Picks;
  /** The rows that the last range begins and ends at, and what was picked before it. */
  readonly anchor: string | null;
  readonly end: string | null;
  readonly before: Picks;
  /** Whether there were more rows than can be picked at once. */
  readonly isCut: boolean;
  /** Picks a row, or no longer. The next range begins there. */
  toggle(row: Pickable): void;
  /** Picks the rows from `anchor` to `end`, in place of the last range if that began there. */
  pickRange(range: Range): void;
  /** Picks all rows; `hasMore` if the list has others. */
  pickAll(rows: readonly Pickable[], hasMore: boolean): void;
  /** Picks only these, as their rows are now. */
  keep(rows: readonly Pickable[]): void;
  /** Takes back what has left the list. */
  drop(ids: ReadonlySet<string>): void;
  clear(): void;
}

const none: Picks = new Map();
const start = { picks: none, anchor: null, end: null, before: none, isCut: false };

/** What is picked in the list on the screen, for actions on many conversations at once. */
export const usePicked = create<PickedState>()((set) => ({
  ...start,
  toggle: (row) =>
    set(({ picks }) => {
      const next = new Map(picks);
      if (!next.delete(row.id)) next.set(row.id, row.lastMessage.id);
      return { ...toLimited(next), anchor: row.id, end: row.id, before: next };
    }),
  pickRange: ({ anchor, end, rows }) =>
    set((state) => {
      const before = state.anchor === anchor ? state.before : state.picks;
      return { ...toLimited(union(before, rows)), anchor, end, before };
    }),
  pickAll: (rows, hasMore) =>
    set(({ picks }) => {
      const { isCut, picks: all } = toLimited(union(picks, rows));
      return { picks: all, before: all, isCut: isCut || hasMore };
    }),
  keep: (rows) => set({ ...start, picks: union(none, rows) }),
  drop: (ids) =>
    set((state) => ({
      picks: without(state.picks, ids),
      before: without(state.before, ids),
      ...(state.anchor !== null && ids.has(state.anchor) ? { anchor: null } : {}),
    })),
  clear: () => set(start),
}));

/** Whether anything is picked. */
export const hasPicks = (): boolean => usePicked.getState().picks.size > 0;

/** Whether anything is picked; re-renders when that changes. */
export const useHasPicks = (): boolean => usePicked(({ picks }) => picks.size > 0);

// What is picked already keeps the message that its row showed then.
function union(picks: Picks, rows: readonly Pickable[]): Picks {
  const added = rows.filter(({ id }) => !picks.has(id));
  return new Map([...picks, ...added.map(({ id, lastMessage }) => [id, lastMessage.id] as const)]);
}

const without = (picks: Picks, ids: ReadonlySet<string>): Picks =>
  new Map([...picks].filter(([id]) => !ids.has(id)));

function toLimited(picks: Picks): { readonly picks: Picks; readonly isCut: boolean } {
  if (picks.size <= BULK_LIMIT) return { picks, isCut: false };
  return { picks: new Map([...picks].slice(0, BULK_LIMIT)), isCut: true };
}
