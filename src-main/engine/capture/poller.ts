import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, type Result } from '../../../shared/result.ts';
import { threadMessages } from '../conversations/thread.ts';
import { sourceIds } from '../store/sources.ts';
import { toStoreError } from '../store/storeError.ts';
import type { CaptureContext } from './captureContext.ts';
import type { PollOutlook } from './pollOutlook.ts';
import { createPollTimer } from './pollTimer.ts';
import type { Rhythm } from './rhythm.ts';
import type { Round } from './round.ts';
import { runRound } from './runRound.ts';
import { tellThreaded } from './tellThreaded.ts';
import { stoppable, untilStopped } from './untilStopped.ts';

/** Asks X for what is new, by itself and on demand. */
export interface Poller {
  /** Places what an earlier process captured but could not place any more, and begins to ask regularly. */
  start(): void;
  /** One full round of every source; callers that come during a round share the next one. */
  pollNow(): Promise<Round>;
  /** Brings the next round forward, for a source that is new; rounds on demand only stay so. */
  pollSoon(): void;
  readonly outlook: () => PollOutlook;
  /** Ends a running round at once, without waiting for X; the store is no longer used after. */
  stop(): Promise<void>;
}

interface PollerOptions {
  readonly rhythm: Rhythm;
  /** The account, waited for where it is not known yet. */
  readonly account: () => Promise<Result<Account, AppError>>;
}

/** A poller that does one round at a time. */
export function createPoller(context: CaptureContext, { rhythm, account }: PollerOptions): Poller {
  const stopping = untilStopped();
  const ctx = { ...context, x: stoppable(context.x, stopping) };
  let running: Promise<Round> | null = null;
  let following: Promise<Round> | null = null;
  let broken: AppError | null = null;
  const timer = createPollTimer(ctx, rhythm, stopping.stopped, () => {
    if (!running) run(false).catch((cause) => tellBroken(ctx, cause));
  });

  const plan = () => {
    try {
      timer.plan();
    } catch (cause) {
      // A store that cannot be read for a while must not end capture for ever.
      timer.askIn(rhythm.firstMs);
      tellBroken(ctx, cause);
    }
  };
  const run = (all: boolean): Promise<Round> => {
    timer.cancel();
    running = runRound(ctx, () => stopping.race(account), rhythm, all)
      .then((round) => {
        broken = null;
        return round;
      })
      .catch((cause) => {
        broken = toStoreError(ctx.db.name, cause);
        throw cause;
      })
      .finally(() => {
        running = null;
        plan();
      });
    return running;
  };
  const runNext = (): Promise<Round> => {
    following = null;
    return stopping.stopped() ? Promise.resolve(gone) : run(true);
  };

  return {
    start: () => {
      tellThreaded(ctx, threadMessages(ctx));
      timer.askIn(rhythm.firstMs);
    },
    pollSoon: () => {
      if (!running) timer.askIn(rhythm.firstMs);
    },
    pollNow: () => {
      if (stopping.stopped()) return Promise.resolve(gone);
      if (!following && !running) return run(true);
      following ??= Promise.resolve(running).then(runNext, runNext);
      return following;
    },
    outlook: () => ({
      error: broken,
      nextAt: rhythm.firstMs === 0 ? null : (timer.nextAt() ?? ctx.clock.now()),
    }),
    stop: async () => {
      stopping.stop();
      timer.cancel();
      await Promise.allSettled([running, following]);
    },
  };
}

const gone = err<AppError>({ code: 'engineGone' });

// The store may be full or read-only; then nothing was taken for captured, and the next round tries all of it again.
function tellBroken(ctx: CaptureContext, cause: unknown): void {
  ctx.log('a round broke', { cause: String(cause) });
  const error = toStoreError(ctx.db.name, cause);
  if (error) for (const source of sourceIds) ctx.emit({ name: 'capture.failed', params: { source, error } });
}
