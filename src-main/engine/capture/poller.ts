import type { EngineOutput } from '../../../shared/contract/engine.ts';
import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { threadMessages } from '../conversations/thread.ts';
import { getSource, sourceIds } from '../store/sources.ts';
import type { CaptureContext } from './captureContext.ts';
import { pollSource, tellThreaded } from './pollSource.ts';
import { isDue } from './schedule.ts';
import { stoppable, untilStopped } from './untilStopped.ts';

export type Round = Result<EngineOutput<'capture.pollNow'>, AppError>;

/** Asks X for what is new, by itself and on demand. */
export interface Poller {
  /** Places what an earlier process captured but could not place any more, and begins to ask regularly. */
  start(): void;
  /** One full round of every source; callers that come during a round share the next one. */
  pollNow(): Promise<Round>;
  /** Ends a running round at once, without waiting for X; the store is no longer used after. */
  stop(): Promise<void>;
}

interface PollerOptions {
  /** The time between the end of a round and the next one; 0 asks only on demand. */
  readonly intervalMs: number;
  /** The account, waited for where it is not known yet. */
  readonly account: () => Promise<Result<Account, AppError>>;
}

/** A poller that does one round at a time. */
export function createPoller(context: CaptureContext, options: PollerOptions): Poller {
  const stopping = untilStopped();
  const ctx = { ...context, x: stoppable(context.x, stopping) };
  let running: Promise<Round> | null = null;
  let following: Promise<Round> | null = null;
  let cancelTimer = () => {};

  const run = (all: boolean): Promise<Round> => {
    cancelTimer();
    const account = () => stopping.race(options.account);
    const round = runRound(ctx, { ...options, account }, all).finally(() => {
      running = null;
      schedule();
    });
    running = round;
    return round;
  };
  const schedule = () => {
    cancelTimer();
    if (options.intervalMs === 0 || stopping.stopped()) return;
    cancelTimer = ctx.clock.after(options.intervalMs, () => {
      if (!running) run(false).catch((cause) => ctx.log('a round broke', { cause: String(cause) }));
    });
  };

  return {
    start: () => {
      tellThreaded(ctx, threadMessages(ctx));
      schedule();
    },
    pollNow: () => {
      if (stopping.stopped()) return Promise.resolve(err({ code: 'engineGone' }));
      if (following) return following;
      if (!running) return run(true);
      following = running
        .catch(() => undefined)
        .then(() => {
          following = null;
          return stopping.stopped() ? err<AppError>({ code: 'engineGone' }) : run(true);
        });
      return following;
    },
    stop: async () => {
      stopping.stop();
      cancelTimer();
      await Promise.allSettled([running, following]);
    },
  };
}

async function runRound(ctx: CaptureContext, options: PollerOptions, all: boolean): Promise<Round> {
  const account = await options.account();
  if (!account.ok) return account;
  let newMessages = 0;
  const failures: { source: string; error: AppError }[] = [];
  for (const id of sourceIds) {
    if (!all && !isDue(getSource(ctx.db, id), ctx.clock.now())) continue;
    const result = await pollSource(ctx, account.value, id, options.intervalMs);
    newMessages += result.newMessages;
    if (result.error) failures.push({ source: id, error: result.error });
    if (result.error?.code === 'engineGone') return err(result.error);
  }
  if (newMessages > 0) ctx.log('capture.polled', { newMessages });
  ctx.emit({ name: 'capture.polled', params: { at: ctx.clock.now(), newMessages } });
  return ok({ newMessages, failures });
}
