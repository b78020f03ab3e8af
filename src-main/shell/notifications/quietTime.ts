import type { Clock } from '#shared/clock.ts';
import type { Notice, Warning } from './notice.ts';

interface QuietTimeOptions {
  readonly clock: Clock;
  /** Until when nothing disturbs, in epoch milliseconds; null if notifications come. */
  readonly until: () => number | null;
  /** Called once that time is over. */
  readonly onOver: () => void;
  /** Called with what was held, after the time is over or was ended. Not called if nothing was. */
  readonly onSummary: (summary: Extract<Notice, { kind: 'summary' }>) => void;
}

/** Holds notices while nothing is to disturb. */
export interface QuietTime {
  /** Holds a notice if nothing is to disturb now. Returns whether it did. */
  hold(notice: Notice): boolean;
  /** To be called at the start, and whenever the time was set or ended. */
  update(): void;
}

/** Creates one that holds nothing yet. */
export function createQuietTime({ clock, until, onOver, onSummary }: QuietTimeOptions): QuietTime {
  let held: Notice[] = [];
  let cancel = () => {};
  const isQuiet = () => (until() ?? 0) > clock.now();
  const update = () => {
    cancel();
    const end = until();
    if (isQuiet() && end !== null) cancel = clock.after(end - clock.now(), update);
    else if (end !== null) onOver();
    if (isQuiet() || held.length === 0) return;
    const summary = toSummary(held);
    held = [];
    onSummary(summary);
  };
  return {
    hold: (notice) => {
      const holds = isQuiet();
      if (holds) held.push(notice);
      return holds;
    },
    update,
  };
}

function toSummary(held: readonly Notice[]): Extract<Notice, { kind: 'summary' }> {
  const count = (kind: 'conversations' | 'overdue' | 'replies' | 'hits') =>
    held.reduce((sum, notice) => sum + (notice.kind === kind ? notice.count : 0), 0);
  const others = held.flatMap((notice): (Warning | 'spike')[] => {
    switch (notice.kind) {
      case 'capReached':
      case 'loginLost':
      case 'engineStopped':
      case 'spike':
        return [notice.kind];
      default:
        return [];
    }
  });
  return {
    kind: 'summary',
    conversations: count('conversations') + count('overdue'),
    replies: count('replies'),
    hits: count('hits'),
    others: [...new Set(others)],
  };
}
