import { useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useFind } from '../../../state/find.ts';
import { useAfterFirstFrame } from '../../../ui/useAfterFirstFrame.ts';
import type { ScrollPosition } from '../../../workspace/conversationMemory.ts';
import type { HistoryMoves } from '../../../workspace/useHistory.ts';
import { useWorkspace } from '../../../workspace/WorkspaceProvider.tsx';
import { estimateRow } from './estimateRow.ts';
import type { TimelineRow } from './timelineRow.ts';
import { useLanding } from './useLanding.ts';
import { type TimelinePlace, usePlace, useShowHit } from './usePlace.ts';

/** Within this distance of the end, in pixels, the timeline follows new messages. */
const END_THRESHOLD = 48;
/** So much of what comes before the first new message stays in sight, in pixels. */
const CONTEXT = 48;
/** Within this distance of the first or last loaded row, in pixels, more messages are fetched. */
const LOAD_AHEAD = 1_500;
/** So many rows are drawn above and below those in sight; they follow the first frame. */
const OVERSCAN = 6;

interface Input {
  readonly conversationId: string;
  readonly rows: readonly TimelineRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Whether the newest messages do not follow the shown ones. */
  readonly isFar: boolean;
  readonly moves: HistoryMoves;
  readonly place: Ref<TimelinePlace>;
}

/**
 * The scrolling of a timeline. It starts at the hit that is to be shown, else at the first new message, else at the
 * remembered position or the end; follows new messages while it is at the end; and keeps the visible rows in place while messages are
 * added above or, far from the newest, below.
 */
export function useTimelineScroll({ conversationId, rows, scroller, isFar, moves, place }: Input) {
  const { memory } = useWorkspace();
  const [left] = useState(() => memory.of(conversationId).scroll);
  const virtualizer = useRowVirtualizer({ rows, scroller, left, isFar });
  const position = usePosition({ conversationId, scroller, virtualizer, left, isFar });
  const { isAtEnd, onScroll, leaveEnd } = position;
  useOpenAtNew({ conversationId, rows, virtualizer, leaveEnd, onScroll });
  const here = { conversationId, rows, virtualizer, isAtEnd, leaveEnd, onScroll, isFar, moves };
  useShowHit(here);
  const goBack = usePlace(place, here);
  // The last row far back is not the newest: what follows it is only loaded, not new.
  const lastKey = isFar ? undefined : rows.at(-1)?.key;
  const [seenKey, setSeenKey] = useState(lastKey);
  if ((isAtEnd || seenKey === undefined) && seenKey !== lastKey) setSeenKey(lastKey);

  useLoadAhead({ rows, virtualizer, scroller, moves });
  const toEnd = () => goBack('end');
  useFollowOwn(rows, toEnd);
  return { virtualizer, onScroll, isAtEnd, newCount: isAtEnd ? 0 : countNewSince(rows, seenKey), toEnd };
}

interface LoadAhead extends Pick<Input, 'rows' | 'scroller' | 'moves'> {
  readonly virtualizer: RowVirtualizer;
}

function useLoadAhead({ rows, virtualizer, scroller, moves }: LoadAhead): void {
  const drawn = virtualizer.getVirtualItems();
  const first = drawn[0]?.index ?? rows.length;
  const last = drawn.at(-1)?.index ?? -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each row that comes into sight asks again
  useEffect(() => {
    const { current: element } = scroller;
    if (rows.length === 0 || !element) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    if (scrollTop < LOAD_AHEAD) moves.loadOlder();
    if (scrollHeight - scrollTop - clientHeight < LOAD_AHEAD) moves.loadNewer();
  }, [first, last, rows.length, moves, scroller]);
}

interface Virtualized extends Pick<Input, 'rows' | 'scroller' | 'isFar'> {
  readonly left: ScrollPosition | undefined;
}

function useRowVirtualizer({ rows, scroller, left, isFar }: Virtualized) {
  // False still while the newest messages are put below those far back: their end was not the end of the history.
  const [wasNear, setWasNear] = useState(!isFar);
  useEffect(() => setWasNear(!isFar), [isFar]);
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimateRow(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: useAfterFirstFrame() ? OVERSCAN : 0,
    useFlushSync: false,
    paddingStart: 16,
    paddingEnd: 16,
    scrollPaddingStart: CONTEXT,
    anchorTo: 'end',
    followOnAppend: wasNear && !isFar,
    scrollEndThreshold: END_THRESHOLD,
    ...(left ? { initialMeasurementsCache: [...left.measured] } : {}),
    ...(left && !left.atEnd ? { initialOffset: left.offset } : {}),
  });
}

type RowVirtualizer = ReturnType<typeof useRowVirtualizer>;

interface Positioned extends Omit<Virtualized, 'rows'> {
  readonly conversationId: string;
  readonly virtualizer: RowVirtualizer;
}

/** Tracks the scroll position, and remembers it for the next time the conversation is opened. */
function usePosition({ conversationId, scroller, virtualizer, left, isFar }: Positioned) {
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
    const next = toPosition(element, position.current);
    position.current = { ...next, atEnd: next.atEnd && !isFar };
    setAtEnd(position.current.atEnd);
  };
  const leaveEnd = () => {
    position.current.atEnd = false;
  };
  return { isAtEnd: isAtEnd && !isFar, onScroll, leaveEnd };
}

interface Opening {
  readonly conversationId: string;
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: RowVirtualizer;
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
}

/** Scrolls once to the line above what is new, unless the conversation was opened at a hit. */
function useOpenAtNew({ conversationId, rows, ...timeline }: Opening): void {
  const index = useMemo(() => rows.findIndex(({ kind }) => kind === 'new'), [rows]);
  const [isAtHit] = useState(() => useFind.getState().conversationId === conversationId);
  useLanding({ target: isAtHit ? null : 'new', index, align: 'start', rows, ...timeline });
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
