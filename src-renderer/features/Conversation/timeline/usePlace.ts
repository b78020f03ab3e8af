import type { Virtualizer } from '@tanstack/react-virtual';
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useFind } from '../../../state/find.ts';
import type { HistoryMoves } from '../../../workspace/useHistory.ts';
import type { TimelineRow } from './timelineRow.ts';
import { useLanding } from './useLanding.ts';

/** What the timeline shows, as seen from its upper edge. */
export interface Place {
  /** The row at the upper edge, and how far it is scrolled beyond it, in pixels. */
  readonly key: string;
  readonly beyond: number;
  readonly isAtEnd: boolean;
  /** A message in sight; null if there is none. */
  readonly messageId: string | null;
  /** The time of the last message in sight. */
  readonly at: number;
}

/** Where a timeline is, and the way back there. */
export interface TimelinePlace {
  get(): Place | null;
  goBack(place: Place): void;
}

interface Input {
  readonly conversationId: string;
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly isAtEnd: boolean;
  /** Tells the timeline that it no longer follows its end. */
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
  readonly isFar: boolean;
  readonly moves: HistoryMoves;
}

/** Scrolls to the hit that is to be shown, once its message is loaded. */
export function useShowHit({ conversationId, rows, ...timeline }: Input): void {
  const hit = useFind((find) => (find.conversationId === conversationId ? find.hit : null));
  const index = hit ? findRow(rows, hit.messageId) : -1;
  useLanding({ target: hit, index, align: 'center', rows, ...timeline });
}

/** The row of a message; of one that is shown within another, that other. */
export function findRow(rows: readonly TimelineRow[], messageId: string): number {
  const own = rows.findIndex((row) => row.kind === 'message' && row.message.id === messageId);
  if (own >= 0) return own;
  return rows.findIndex(
    (row) => row.kind === 'message' && row.message.quotes.some(({ xId }) => `post-${xId}` === messageId),
  );
}

/**
 * Lets `place` read where the timeline is, and return there. Returns the same way back, which also leads to the end; what is no
 * longer loaded is loaded for it.
 */
export function usePlace(place: Ref<TimelinePlace>, input: Input): (to: Place | 'end') => void {
  const waiting = useRef<Place | 'end'>(null);
  const { rows, isFar, moves } = input;
  useLayoutEffect(() => {
    const { current: to } = waiting;
    if (to === null || !canGo(to, { rows, isFar })) return;
    waiting.current = null;
    scrollBack(to, input);
  });
  const toNewest = () => {
    waiting.current = 'end';
    moves.showNewest();
  };
  const goBack = (to: Place | 'end') => {
    if (canGo(to, { rows, isFar })) return scrollBack(to, input);
    if (isEnd(to) || to.messageId === null) return toNewest();
    waiting.current = to;
    void moves.loadTo(to.messageId).then((error) => error && toNewest());
  };
  useImperativeHandle(place, () => ({ get: () => getPlace(input), goBack }));
  return goBack;
}

const isEnd = (to: Place | 'end'): to is 'end' | (Place & { readonly isAtEnd: true }) =>
  to === 'end' || to.isAtEnd;

function canGo(to: Place | 'end', { rows, isFar }: Pick<Input, 'rows' | 'isFar'>): boolean {
  return isEnd(to) ? !isFar : rows.some((row) => row.key === to.key);
}

function scrollBack(to: Place | 'end', { rows, virtualizer, leaveEnd }: Input): void {
  if (isEnd(to)) {
    virtualizer.scrollToEnd();
    return;
  }
  leaveEnd();
  const index = rows.findIndex((row) => row.key === to.key);
  const start = virtualizer.getOffsetForIndex(index, 'start')?.[0] ?? 0;
  virtualizer.scrollToOffset(start + virtualizer.options.scrollPaddingStart + to.beyond);
}

function getPlace({ rows, virtualizer, isAtEnd }: Input): Place | null {
  const { range, scrollOffset } = virtualizer;
  const [first, last] = [rows[range?.startIndex ?? -1], rows[range?.endIndex ?? -1]];
  const top = virtualizer.getVirtualItems().find(({ index }) => index === range?.startIndex);
  if (!first || !last || !top) return null;
  const at = last.kind === 'message' ? last.message.at : last.kind === 'boundary' ? last.to : last.at;
  const inSight = rows.slice(range?.startIndex, (range?.endIndex ?? 0) + 1);
  const message = inSight.find((row) => row.kind === 'message')?.message ?? null;
  const beyond = (scrollOffset ?? 0) - top.start;
  return { key: first.key, beyond, isAtEnd, messageId: message?.id ?? null, at };
}
