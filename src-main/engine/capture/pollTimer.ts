import { getSource, listSourceIds } from '../store/sources.ts';
import type { CaptureContext } from './feed.ts';
import type { PollingPolicy } from './pollingPolicy.ts';
import { dueAt } from './schedule.ts';

/** Starts automatic poll cycles; never fires if the policy polls on demand only. */
export interface PollTimer {
  /** Fires in `delayMs` instead of whatever was planned. */
  fireIn(delayMs: number): void;
  /** Fires when the first source is due. */
  plan(): void;
  cancel(): void;
  /** When it fires next; null if nothing is planned. */
  nextAt(): number | null;
}

/** Creates a timer that calls `fire`, and never again once `isStopped`. */
export function createPollTimer(
  ctx: Pick<CaptureContext, 'db' | 'clock'>,
  policy: PollingPolicy,
  isStopped: () => boolean,
  fire: () => void,
): PollTimer {
  let clear = () => {};
  let nextAt: number | null = null;
  const cancel = () => {
    clear();
    nextAt = null;
  };
  const fireIn = (delayMs: number) => {
    cancel();
    if (policy.initialDelayMs === 0 || isStopped()) return;
    nextAt = ctx.clock.now() + delayMs;
    clear = ctx.clock.after(delayMs, fire);
  };
  return {
    fireIn,
    plan: () => {
      const now = ctx.clock.now();
      const next = Math.min(...listSourceIds(ctx.db).map((id) => dueAt(getSource(ctx.db, id), now)));
      // A cycle that failed before its first poll, such as without a login, has planned nothing.
      fireIn(next > now ? next - now : Math.max(policy.intervalMs('mentions'), policy.initialDelayMs));
    },
    cancel,
    nextAt: () => nextAt,
  };
}
