import type { Virtualizer } from '@tanstack/react-virtual';
import { type Ref, useImperativeHandle, useLayoutEffect } from 'react';
import { useFind } from '../../../state/find.ts';
import type { TimelineRow } from './timelineRow.ts';

/** What the timeline shows, as seen from its upper edge. */
export interface Place {
  /** The row at the upper edge, and how far it is scrolled beyond it, in pixels. */
  readonly key: string;
  readonly beyond: number;
  readonly isAtEnd: boolean;
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
}

/** Scrolls to the hit that is to be shown, once its message is loaded. */
export function useShowHit({ conversationId, rows, virtualizer, leaveEnd, onScroll }: Input): void {
  const hit = useFind((find) => (find.conversationId === conversationId ? find.hit : null));
  const isThere = hit !== null && findRow(rows, hit.messageId) >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come and go do not move the timeline again
  useLayoutEffect(() => {
    if (!hit || !isThere) return;
    leaveEnd();
    virtualizer.scrollToIndex(findRow(rows, hit.messageId), { align: 'center' });
    const frame = requestAnimationFrame(onScroll);
    return () => cancelAnimationFrame(frame);
  }, [hit, isThere]);
}

/** The row of a message; of one that is shown within another, that other. */
export function findRow(rows: readonly TimelineRow[], messageId: string): number {
  const own = rows.findIndex((row) => row.kind === 'message' && row.message.id === messageId);
  if (own >= 0) return own;
  return rows.findIndex(
    (row) => row.kind === 'message' && row.message.quotes.some(({ xId }) => `post-${xId}` === messageId),
  );
}

/** Lets `place` read where the timeline is, and return there. */
export function usePlace(place: Ref<TimelinePlace>, input: Input): void {
  useImperativeHandle(place, () => ({
    get: () => getPlace(input),
    goBack: ({ key, beyond, isAtEnd }) => {
      const { rows, virtualizer, leaveEnd } = input;
      const index = rows.findIndex((row) => row.key === key);
      if (isAtEnd) return virtualizer.scrollToEnd();
      if (index < 0) return;
      leaveEnd();
      const start = virtualizer.getOffsetForIndex(index, 'start')?.[0] ?? 0;
      virtualizer.scrollToOffset(start + virtualizer.options.scrollPaddingStart + beyond);
    },
  }));
}

function getPlace({ rows, virtualizer, isAtEnd }: Input): Place | null {
  const { range, scrollOffset } = virtualizer;
  const [first, last] = [rows[range?.startIndex ?? -1], rows[range?.endIndex ?? -1]];
  const top = virtualizer.getVirtualItems().find(({ index }) => index === range?.startIndex);
  if (!first || !last || !top) return null;
  const at = last.kind === 'message' ? last.message.at : last.kind === 'boundary' ? last.to : last.at;
  return { key: first.key, beyond: (scrollOffset ?? 0) - top.start, isAtEnd, at };
}
