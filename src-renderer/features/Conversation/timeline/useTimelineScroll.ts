import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useFind } from '../../../state/find.ts';
import type { ScrollPosition } from '../../../workspace/conversationMemory.ts';
import { useWorkspace } from '../../../workspace/WorkspaceProvider.tsx';
import { estimateRow } from './estimateRow.ts';
import type { TimelineRow } from './timelineRow.ts';
import { type TimelinePlace, usePlace, useShowHit } from './usePlace.ts';

/** Within this distance of the end, in pixels, the timeline follows new messages. */
const END_THRESHOLD = 48;
/** So much of what comes before the first new message stays in sight, in pixels. */
const CONTEXT = 48;
/** Within this distance of the first loaded row, in pixels, older messages are fetched. */
const LOAD_AHEAD = 1_500;

interface Input {
  readonly conversationId: string;
  readonly rows: readonly TimelineRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onLoadOlder: () => void;
  readonly place: Ref<TimelinePlace>;
}

/**
 * The scrolling of a timeline. It starts at the hit that is to be shown, else at the first new message, else at the
 * remembered position or the end; follows new messages while it is at the end; and keeps the visible rows in place while older messages are added above.
 */
export function useTimelineScroll({ conversationId, rows, scroller, onLoadOlder, place }: Input) {
  const { memory } = useWorkspace();
  const [left] = useState(() => memory.of(conversationId).scroll);
  const virtualizer = useRowVirtualizer(rows, scroller, left);
  const { isAtEnd, onScroll, leaveEnd } = usePosition(conversationId, scroller, virtualizer, left);
  useOpenAtNew({ conversationId, rows, virtualizer, leaveEnd, onScroll });
  const here = { conversationId, rows, virtualizer, isAtEnd, leaveEnd, onScroll };
  useShowHit(here);
  usePlace(place, here);
  const lastKey = rows.at(-1)?.key;
  const [seenKey, setSeenKey] = useState(lastKey);
  if (isAtEnd && seenKey !== lastKey) setSeenKey(lastKey);

  const first = virtualizer.getVirtualItems()[0]?.index ?? rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each row that comes into sight asks again
  useEffect(() => {
    if (rows.length > 0 && (scroller.current?.scrollTop ?? 0) < LOAD_AHEAD) onLoadOlder();
  }, [first, rows.length, onLoadOlder, scroller]);

  const toEnd = () => virtualizer.scrollToEnd();
  useFollowOwn(rows, toEnd);
  return { virtualizer, onScroll, isAtEnd, newCount: isAtEnd ? 0 : countNewSince(rows, seenKey), toEnd };
}

type Scroller = Input['scroller'];

function useRowVirtualizer(rows: Input['rows'], scroller: Scroller, left: ScrollPosition | undefined) {
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateRow(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    paddingStart: 16,
    paddingEnd: 16,
    scrollPaddingStart: CONTEXT,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_THRESHOLD,
    ...(left ? { initialMeasurementsCache: [...left.measured] } : {}),
    ...(left && !left.atEnd ? { initialOffset: left.offset } : {}),
  });
}

type RowVirtualizer = ReturnType<typeof useRowVirtualizer>;

/** Tracks the scroll position, and remembers it for the next time the conversation is opened. */
function usePosition(
  conversationId: string,
  scroller: Scroller,
  virtualizer: RowVirtualizer,
  left: ScrollPosition | undefined,
) {
  const { memory } = useWorkspace();
  const [isAtEnd, setAtEnd] = useState(left?.atEnd ?? true);
  const position = useRef({ offset: left?.offset ?? 0, atEnd: left?.atEnd ?? true });
  const total = virtualizer.getTotalSize();
  const height = virtualizer.scrollRect?.height;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and pane that change their height move the end
  useLayoutEffect(() => {
    if (position.current.atEnd) virtualizer.scrollToEnd();
  }, [virtualizer, total, height]);
  useEffect(
    () => () => {
      memory.of(conversationId).scroll = { ...position.current, measured: virtualizer.takeSnapshot() };
    },
    [memory, conversationId, virtualizer],
  );
  const onScroll = () => {
    const { current: element } = scroller;
    if (!element) return;
    position.current = toPosition(element, position.current);
    setAtEnd(position.current.atEnd);
  };
  const leaveEnd = () => {
    position.current.atEnd = false;
  };
  return { isAtEnd, onScroll, leaveEnd };
}

interface Opening {
  readonly conversationId: string;
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: RowVirtualizer;
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
}

/** Scrolls once to the line above what is new, unless the conversation was opened at a hit. */
function useOpenAtNew({ conversationId, rows, virtualizer, leaveEnd, onScroll }: Opening): void {
  const newAt = useMemo(() => rows.findIndex(({ kind }) => kind === 'new'), [rows]);
  const isThere = newAt >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the line moves the timeline only when it appears
  useLayoutEffect(() => {
    if (!isThere || useFind.getState().conversationId === conversationId) return;
    leaveEnd();
    virtualizer.scrollToIndex(newAt, { align: 'start' });
    // Where everything fits, nothing scrolls.
    const frame = requestAnimationFrame(onScroll);
    return () => cancelAnimationFrame(frame);
  }, [isThere]);
}

/** Only scrolling up leaves the end: when measured rows turn out higher, the timeline follows. */
function toPosition(element: HTMLElement, before: { readonly offset: number; readonly atEnd: boolean }) {
  const { scrollTop, scrollHeight, clientHeight } = element;
  const isNear = scrollHeight - scrollTop - clientHeight <= END_THRESHOLD;
  const isUp = scrollTop < before.offset;
  return { offset: scrollTop, atEnd: isNear || (before.atEnd && !isUp) };
}

/** Scrolls to a reply that was just sent, wherever the timeline was. */
function useFollowOwn(rows: readonly TimelineRow[], scrollToEnd: () => void): void {
  const last = rows.at(-1);
  const isFresh =
    last?.kind === 'message' && (last.message.state === 'held' || last.message.state === 'queued');
  const key = isFresh ? last.key : undefined;
  const follow = useRef(scrollToEnd);
  follow.current = scrollToEnd;
  useLayoutEffect(() => {
    if (key !== undefined) follow.current();
  }, [key]);
}

/** How many incoming messages follow the row with `key`; 0 if that row is gone. */
export function countNewSince(rows: readonly TimelineRow[], key: string | undefined): number {
  const seen = rows.findLastIndex((row) => row.key === key);
  if (seen < 0) return 0;
  return rows.slice(seen + 1).filter((row) => row.kind === 'message' && row.message.direction === 'in')
    .length;
}
