import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import { threadMessages } from '../conversations/thread.ts';
import { sourceIds } from '../store/sources.ts';
import { toStoreError } from '../store/storeError.ts';
import type { CaptureContext } from './captureContext.ts';
import type { PollOutlook } from './pollOutlook.ts';
import { createPollTimer, type PollTimer } from './pollTimer.ts';
import type { Rhythm } from './rhythm.ts';
import type { Round } from './round.ts';
import { runRound } from './runRound.ts';
import { takeTurns } from './takeTurns.ts';
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
  let broken: AppError | null = null;
  const timer = createPollTimer(ctx, rhythm, stopping.stopped, () => {
    if (!turns.isRunning()) turns.runDue().catch((cause) => tellBroken(ctx, cause));
  });
  const round = async (all: boolean): Promise<Round> => {
    timer.cancel();
    try {
      const done = await runRound(ctx, () => stopping.race(account), rhythm, all);
      broken = null;
      return done;
    } catch (cause) {
      broken = toStoreError(ctx.db.name, cause);
      throw cause;
    } finally {
      plan(ctx, timer, rhythm);
    }
  };
  const turns = takeTurns(round, stopping.stopped);
  return {
    start: () => {
      tellThreaded(ctx, threadMessages(ctx));
      timer.askIn(rhythm.firstMs);
    },
    pollSoon: () => {
      if (!turns.isRunning()) timer.askIn(rhythm.firstMs);
    },
    pollNow: turns.runAll,
    outlook: () => ({ error: broken, nextAt: toNextAt(ctx, timer, rhythm) }),
    stop: async () => {
      stopping.stop();
      timer.cancel();
      await turns.settled();
    },
  };
}

function plan(ctx: CaptureContext, timer: PollTimer, rhythm: Rhythm): void {
  try {
    timer.plan();
  } catch (cause) {
    // A store that cannot be read for a while must not end capture for ever.
    timer.askIn(rhythm.firstMs);
    tellBroken(ctx, cause);
  }
}

function toNextAt({ clock }: CaptureContext, timer: PollTimer, rhythm: Rhythm): number | null {
  return rhythm.firstMs === 0 ? null : (timer.nextAt() ?? clock.now());
}

// The store may be full or read-only; then nothing was taken for captured, and the next round tries all of it again.
function tellBroken(ctx: CaptureContext, cause: unknown): void {
  ctx.log('a round broke', { cause: String(cause) });
  const error = toStoreError(ctx.db.name, cause);
  if (error) for (const source of sourceIds) ctx.emit({ name: 'capture.failed', params: { source, error } });
}
