import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { threadMessages } from '../conversations/thread.ts';
import { type GapRow, listAllOpenGaps } from '../store/gaps.ts';
import { getSource, listSourceIds, sourceIds, toSourceKind } from '../store/sources.ts';
import { toStoreError } from '../store/storeError.ts';
import type { CaptureContext } from './captureContext.ts';
import { checkPosts } from './checkPosts.ts';
import { fetchParents } from './fetchParents.ts';
import { fillGaps } from './fillGaps.ts';
import { pollSource } from './pollSource.ts';
import type { Rhythm } from './rhythm.ts';
import type { Round } from './round.ts';
import { dueAt, isDue } from './schedule.ts';
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
  /** Ends a running round at once, without waiting for X; the store is no longer used after. */
  stop(): Promise<void>;
}

interface PollerOptions {
  readonly rhythm: Rhythm;
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
      plan();
    });
    running = round;
    return round;
  };
  const askIn = (delayMs: number) => {
    cancelTimer();
    if (options.rhythm.firstMs === 0 || stopping.stopped()) return;
    cancelTimer = ctx.clock.after(delayMs, () => {
      if (!running) run(false).catch((cause) => tellBroken(ctx, cause));
    });
  };
  const planned = () => {
    const now = ctx.clock.now();
    const next = Math.min(...listSourceIds(ctx.db).map((id) => dueAt(getSource(ctx.db, id), now)));
    // A round that could not even ask, such as without a login, has planned nothing: the first wait serves again.
    return next > now ? next - now : Math.max(options.rhythm.waitMs('mentions'), options.rhythm.firstMs);
  };
  const plan = () => {
    try {
      askIn(planned());
    } catch (cause) {
      // A store that cannot be read for a while must not end capture for ever.
      askIn(options.rhythm.firstMs);
      tellBroken(ctx, cause);
    }
  };

  return {
    start: () => {
      tellThreaded(ctx, threadMessages(ctx));
      askIn(options.rhythm.firstMs);
    },
    pollSoon: () => {
      if (!running) askIn(options.rhythm.firstMs);
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
  const gaps = listAllOpenGaps(ctx.db);
  let newMessages = 0;
  const failures: { source: string; error: AppError }[] = [];
  for (const id of listSourceIds(ctx.db)) {
    if (!all && !isDue(getSource(ctx.db, id), ctx.clock.now())) continue;
    const waitMs = () => options.rhythm.waitMs(toSourceKind(id));
    const result = await pollSource(ctx, account.value, id, waitMs);
    newMessages += result.newMessages;
    if (result.error) failures.push({ source: id, error: result.error });
    if (result.error?.code === 'engineGone') return err(result.error);
  }
  newMessages += await fillGaps(ctx, account.value, options.rhythm);
  await fetchParents(ctx, account.value);
  await checkPosts(ctx, account.value);
  if (newMessages > 0) ctx.log('capture.polled', { newMessages });
  ctx.emit({ name: 'capture.polled', params: { at: ctx.clock.now(), newMessages } });
  return ok({ newMessages, failures, closedGaps: countClosed(ctx, gaps) });
}

// Of the gaps that somebody could see before the round, whichever part of it has closed them.
function countClosed({ db }: CaptureContext, before: readonly GapRow[]): number {
  const open = new Set(listAllOpenGaps(db).map(({ id }) => id));
  return before.filter(({ id }) => !open.has(id)).length;
}

// The store may be full or read-only; then nothing was taken for captured, and the next round tries all of it again.
function tellBroken(ctx: CaptureContext, cause: unknown): void {
  ctx.log('a round broke', { cause: String(cause) });
  const error = toStoreError(ctx.db.name, cause);
  if (error) for (const source of sourceIds) ctx.emit({ name: 'capture.failed', params: { source, error } });
}
