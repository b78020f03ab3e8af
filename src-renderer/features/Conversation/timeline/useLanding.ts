import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import type { TimelineRow } from './timelineRow.ts';

/** How long rows may still be put above or below the one that was scrolled to, in milliseconds. */
const SETTLE_MS = 300;

interface Landing {
  /** What is scrolled to; another one scrolls again, null to nothing. */
  readonly target: unknown;
  /** Its row; -1 while it is not loaded. */
  readonly index: number;
  readonly align: 'start' | 'center';
  readonly rows: readonly TimelineRow[];
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Tells the timeline that it no longer follows its end. */
  readonly leaveEnd: () => void;
  readonly onScroll: () => void;
}

/**
 * Scrolls once to a row as soon as it is there. Rows that are loaded meanwhile move it, and the virtualizer would go on to the old
 * index, so it is scrolled to again until they rest.
 */
export function useLanding({ target, index, align, rows, virtualizer, leaveEnd, onScroll }: Landing): void {
  const landed = useRef<unknown>(null);
  const isThere = index >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the target and the rows around it scroll
  useLayoutEffect(() => {
    if (target === null || !isThere || landed.current === target) return;
    leaveEnd();
    virtualizer.scrollToIndex(index, { align });
    // Where everything fits, nothing scrolls.
    const frame = requestAnimationFrame(onScroll);
    const timer = setTimeout(() => {
      landed.current = target;
    }, SETTLE_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [target, isThere, rows]);
}
