import { getSource, listSourceIds } from '../store/sources.ts';
import type { CaptureContext } from './captureContext.ts';
import type { Rhythm } from './rhythm.ts';
import { dueAt } from './schedule.ts';

/** Says when the next round begins by itself; never, where the rhythm knows rounds on demand only. */
export interface PollTimer {
  /** The next round begins so soon, in milliseconds, whatever was planned. */
  askIn(delayMs: number): void;
  /** The next round begins when the first source is due. */
  plan(): void;
  cancel(): void;
  /** When the next round begins by itself; null while none is planned. */
  nextAt(): number | null;
}

/** A timer that calls `ask`, and nothing any more once `stopped`. */
export function createPollTimer(
  ctx: Pick<CaptureContext, 'db' | 'clock'>,
  rhythm: Rhythm,
  stopped: () => boolean,
  ask: () => void,
): PollTimer {
  let stopTimer = () => {};
  let nextAt: number | null = null;
  const cancel = () => {
    stopTimer();
    nextAt = null;
  };
  const askIn = (delayMs: number) => {
    cancel();
    if (rhythm.firstMs === 0 || stopped()) return;
    nextAt = ctx.clock.now() + delayMs;
    stopTimer = ctx.clock.after(delayMs, ask);
  };
  return {
    askIn,
    plan: () => {
      const now = ctx.clock.now();
      const next = Math.min(...listSourceIds(ctx.db).map((id) => dueAt(getSource(ctx.db, id), now)));
      // A round that could not even ask, such as without a login, has planned nothing: the first wait serves again.
      askIn(next > now ? next - now : Math.max(rhythm.waitMs('mentions'), rhythm.firstMs));
    },
    cancel,
    nextAt: () => nextAt,
  };
}
