import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BULK_LIMIT } from '#shared/domain/bulkChange.ts';
import type { Conversation } from '#shared/domain/conversation.ts';
import { useCommands } from '../../commands/CommandsProvider.tsx';
import { ownsKeys } from '../../commands/keys.ts';
import type { ShortcutCommand } from '../../commands/registry.ts';
import { loadAllPages } from '../../engine/hooks.ts';
import { stepWithin } from '../../state/moving.ts';
import { hasPicks, type Pickable, usePicked } from '../../state/picked.ts';
import { useSaid } from '../../state/said.ts';
import { useUi } from '../../state/ui.ts';
import type { ListRows } from './useListRows.ts';

/** How rows are picked by pointer and by the keys of the list. */
export interface Picking {
  /** Moves the selection by `step` rows and picks what it passes. `at` is when the key was pressed. */
  extendBy(step: number, at?: number): void;
  /** Picks the selected row, or no longer. */
  toggleSelected(): void;
  /** A press on a row with a modifier: one row is picked, or all from the last one to it. */
  pick(row: Conversation, how: 'toggle' | 'range'): void;
}

/** Registers the shortcuts that pick rows. What is picked is forgotten with the list, and what leaves the list with its row. */
export function usePicking(rows: ListRows): Picking {
  useForgetting(rows);
  const pickAll = usePickAll(rows);
  const nextUnread = useNextUnread(rows);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const picking = useMemo(() => toPicking(latest), []);
  const hasRows = () => useUi.getState().order.length > 0;
  const toExtending = (id: 'list.pickNext' | 'list.pickPrevious', step: number): ShortcutCommand => {
    return { id, keyOnly: true, isOfList: true, when: hasRows, run: (at) => picking.extendBy(step, at) };
  };
  useCommands([
    {
      id: 'list.pick',
      isOfList: true,
      when: () => useUi.getState().selectedId !== null,
      run: picking.toggleSelected,
    },
    toExtending('list.pickNext', 1),
    toExtending('list.pickPrevious', -1),
    { id: 'list.pickAll', when: () => hasRows() && !isAboutText(), run: pickAll },
    { id: 'list.nextUnread', when: hasRows, run: nextUnread },
  ]);
  return picking;
}

// The rows are told apart by what they get, so these functions stay the same.
function toPicking(latest: { readonly current: ListRows }): Picking {
  return {
    extendBy: (step, at) => extendBy(latest.current, step, at),
    toggleSelected: () => {
      const row = latest.current.byId.get(useUi.getState().selectedId ?? '');
      if (row) usePicked.getState().toggle(row);
    },
    pick: (row, how) => {
      if (how === 'toggle') usePicked.getState().toggle(row);
      else pickTo(latest.current, row.id);
    },
  };
}

// There, the key selects text.
function isAboutText(): boolean {
  const focused = document.activeElement;
  return ownsKeys(focused) || (focused?.closest('main') ?? null) !== null;
}

/** Takes back picks whose rows leave the list. Rows of the side that is not shown are still in it. */
function useForgetting({ order, byId }: ListRows): void {
  const before = useRef({ order, byId });
  useEffect(() => {
    const was = before.current;
    before.current = { order, byId };
    if (!hasPicks()) return;
    const [there, thereBefore] = [new Set(order), new Set(was.order)];
    const gone = [...usePicked.getState().picks.keys()].filter(
      (id) => (thereBefore.has(id) || was.byId.has(id)) && !there.has(id) && !byId.has(id),
    );
    if (gone.length > 0) usePicked.getState().drop(new Set(gone));
  }, [order, byId]);
  useEffect(() => () => usePicked.getState().clear(), []);
}

function toRows({ byId }: ListRows, ids: readonly string[]): Pickable[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function extendBy(rows: ListRows, step: number, pressedAt?: number): void {
  const { order } = rows;
  if (order.length === 0) return;
  const { selectedId, selectBy } = useUi.getState();
  const { anchor, end } = usePicked.getState();
  const at = selectedId === null ? -1 : order.indexOf(selectedId);
  const to = stepWithin(order.length, at, step);
  // A range goes on where the last one ended.
  const begin = anchor !== null && end === selectedId ? order.indexOf(anchor) : at;
  pickBetween(rows, begin < 0 ? to : begin, to);
  selectBy(step, pressedAt);
}

function pickTo(rows: ListRows, id: string): void {
  const { anchor } = usePicked.getState();
  const from = [anchor, useUi.getState().selectedId, id].find(
    (one) => one !== null && rows.order.includes(one),
  );
  pickBetween(rows, rows.order.indexOf(from ?? id), rows.order.indexOf(id));
}

function pickBetween(rows: ListRows, from: number, to: number): void {
  const ids = rows.order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const [anchor, end] = [rows.order[from], rows.order[to]];
  if (anchor === undefined || end === undefined) return;
  // From the anchor on, so that the limit cuts at the far end.
  const inOrder = from <= to ? ids : ids.toReversed();
  usePicked.getState().pickRange({ anchor, end, rows: toRows(rows, inOrder) });
}

/** Returns what picks all rows of the list: at once those that are loaded, and the rest as it is loaded. */
function usePickAll(rows: ListRows): () => void {
  const latest = useRef(rows);
  /** What was picked so far while rows are loading; null if none are, or if somebody picked otherwise meanwhile. */
  const growing = useRef<unknown>(null);
  const grow = () => {
    const { order, isAtEnd, hasMore } = latest.current;
    // From the end that is shown on, so that the limit cuts at the other one.
    const ids = isAtEnd ? order.toReversed() : order;
    const hasOthers = hasMore || order.length > BULK_LIMIT;
    usePicked.getState().pickAll(toRows(latest.current, ids.slice(0, BULK_LIMIT)), hasOthers);
    growing.current =
      latest.current.isWhole || order.length >= BULK_LIMIT ? null : usePicked.getState().picks;
  };
  const isWanted = () => growing.current !== null && growing.current === usePicked.getState().picks;
  useEffect(() => {
    latest.current = rows;
    if (isWanted()) grow();
  });
  return () => {
    grow();
    void loadAllPages(latest.current.pages, isWanted);
  };
}

/**
 * Returns what opens the next unread conversation below the open one, else the first of the list. The list is loaded as far as that
 * needs, unless the selection moves meanwhile.
 */
function useNextUnread(rows: ListRows): () => void {
  const { t } = useTranslation();
  const latest = useRef(rows);
  /** The selection from which it was wanted; undefined if it is not. */
  const wantedFrom = useRef<string | null>(undefined);
  const isWanted = () =>
    wantedFrom.current !== undefined && wantedFrom.current === useUi.getState().selectedId;
  const look = () => {
    const found = findNextUnread(latest.current, useUi.getState().selectedId);
    if (found === null && !latest.current.isWhole && !latest.current.pages.isError) return;
    wantedFrom.current = undefined;
    if (found === null) useSaid.getState().say(t('bulk.noUnread'));
    else useUi.getState().select(found);
  };
  useEffect(() => {
    latest.current = rows;
    if (isWanted()) look();
  });
  return () => {
    wantedFrom.current = useUi.getState().selectedId;
    look();
    void loadAllPages(latest.current.pages, isWanted);
  };
}

/** The next unread row after `from`, once all are loaded going round at the end; null if there is none yet. */
function findNextUnread(rows: ListRows, from: string | null): string | null {
  const { order, byId } = rows;
  const at = from === null ? -1 : order.indexOf(from);
  const others = [...order.slice(at + 1), ...(rows.isWhole ? order.slice(0, Math.max(0, at)) : [])];
  return others.find((id) => (byId.get(id)?.unread ?? 0) > 0) ?? null;
}
