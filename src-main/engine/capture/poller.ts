import type { AppError } from '#shared/errors.ts';
import { err } from '#shared/result.ts';
import { MINUTE_MS, SECOND_MS } from '#shared/time.ts';
import type { PollCycleResult, PollOutlook } from '../context/services.ts';
import { emitThreaded } from '../conversations/threaded.ts';
import { threadMessages } from '../conversations/threading.ts';
import { getSource, listSourceIds, putSource, sourceIds } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { toDbError } from '../store/storeHealth.ts';
import type { CaptureContext } from './feed.ts';
import { type PollCycleOptions, runPollCycle } from './pollCycle.ts';
import type { PollingPolicy } from './pollingPolicy.ts';
import { createPollTimer, type PollTimer } from './pollTimer.ts';
import { withRetry } from './schedule.ts';
import { createStopSignal, type StopSignal, toStoppableClient } from './stoppableClient.ts';

/** Runs poll cycles, automatically and on demand. */
export interface Poller {
  /** Threads what an earlier process captured but did not thread any more, and starts automatic poll cycles. */
  start(): void;
  /** Runs a cycle over every source. Callers that come during a cycle share the next one. */
  pollNow(): Promise<PollCycleResult>;
  /** Brings the next automatic cycle forward, for a new source; does nothing if Perch polls on demand only. */
  pollSoon(): void;
  /** Brings forward what failed with one of these errors; at most one cycle a minute comes of it. */
  retry(codes: ReadonlySet<AppError['code']>): void;
  readonly outlook: () => PollOutlook;
  /** Ends a running cycle at once, without waiting for X. The store is not used any more once this resolves. */
  stop(): Promise<void>;
}

/** Creates a poller that runs one cycle at a time. */
export function createPoller(context: CaptureContext, options: PollCycleOptions): Poller {
  const [{ policy }, signal] = [options, createStopSignal()];
  const ctx = { ...context, x: toStoppableClient(context.x, signal) };
  const stoppable = toStoppableOptions(options, signal);
  let last: Omit<PollOutlook, 'nextAt'> = { error: null, stepErrors: [] };
  const timer = createPollTimer(ctx, policy, signal.isStopped, () => {
    if (!queue.isRunning()) queue.runDue().catch((cause) => reportFailure(ctx, cause));
  });
  const runCycle = async (all: boolean): Promise<PollCycleResult> => {
    timer.cancel();
    try {
      const result = await runPollCycle(ctx, stoppable, all);
      last = { error: null, stepErrors: result.ok ? result.value.stepErrors : [] };
      return result;
    } catch (cause) {
      last = { ...last, error: toDbError(ctx.db, cause) };
      throw cause;
    } finally {
      planNext(ctx, timer, policy);
    }
  };
  const queue = createCycleQueue(runCycle, signal.isStopped);
  return {
    start: () => {
      emitThreaded(ctx, threadMessages(ctx));
      timer.fireIn(policy.initialDelayMs);
    },
    pollSoon: () => {
      if (!queue.isRunning()) timer.fireIn(policy.initialDelayMs);
    },
    retry: createRetry(ctx, timer, policy, queue.isRunning),
    pollNow: queue.runAll,
    outlook: () => ({ ...last, nextAt: toNextAt(ctx, timer, policy) }),
    stop: async () => {
      signal.stop();
      timer.cancel();
      await queue.settled();
    },
  };
}

const toStoppableOptions = (options: PollCycleOptions, { race, isStopped }: StopSignal) => ({
  ...options,
  account: () => race(options.account),
  isStopped,
});

/** A network that comes and goes costs one poll cycle in this time. */
const RETRY_PAUSE_MS = MINUTE_MS;

function createRetry(
  { db, clock }: CaptureContext,
  timer: PollTimer,
  { initialDelayMs }: PollingPolicy,
  isRunning: () => boolean,
): Poller['retry'] {
  let plannedMs = Number.NEGATIVE_INFINITY;
  return (codes) => {
    if (initialDelayMs === 0) return;
    const elapsedMs = clock.elapsedMs();
    if (plannedMs <= elapsedMs) {
      plannedMs = Math.max(elapsedMs + Math.min(initialDelayMs, SECOND_MS), plannedMs + RETRY_PAUSE_MS);
    }
    const delayMs = plannedMs - elapsedMs;
    const at = clock.now() + delayMs;
    inTransaction(db, () => {
      for (const id of listSourceIds(db)) putSource(db, withRetry(getSource(db, id), codes, at));
    });
    // A cycle that runs plans the next one itself.
    if (!isRunning()) timer.fireIn(Math.min(delayMs, (timer.nextAt() ?? at) - clock.now()));
  };
}

/** A serial queue of poll cycles: at most one runs, and at most one waits. */
interface CycleQueue {
  readonly isRunning: () => boolean;
  /** Runs a cycle over the sources that are due; only call it while none is running. */
  runDue(): Promise<PollCycleResult>;
  /** Runs a cycle over all sources, after the running one. */
  runAll(): Promise<PollCycleResult>;
  /** Resolves when no cycle is running or waiting any more. */
  settled(): Promise<unknown>;
}

function createCycleQueue(
  runCycle: (all: boolean) => Promise<PollCycleResult>,
  isStopped: () => boolean,
): CycleQueue {
  let running: Promise<PollCycleResult> | null = null;
  let waiting: Promise<PollCycleResult> | null = null;
  const run = (all: boolean): Promise<PollCycleResult> => {
    running = runCycle(all).finally(() => {
      running = null;
    });
    return running;
  };
  const runWaiting = (): Promise<PollCycleResult> => {
    waiting = null;
    return isStopped() ? Promise.resolve(gone) : run(true);
  };
  return {
    isRunning: () => running !== null,
    runDue: () => run(false),
    runAll: () => {
      if (isStopped()) return Promise.resolve(gone);
      if (!waiting && !running) return run(true);
      waiting ??= Promise.resolve(running).then(runWaiting, runWaiting);
      return waiting;
    },
    settled: () => Promise.allSettled([running, waiting]),
  };
}

const gone = err<AppError>({ code: 'engineGone' });

function planNext(ctx: CaptureContext, timer: PollTimer, policy: PollingPolicy): void {
  try {
    timer.plan();
  } catch (cause) {
    // A store that cannot be read for a while must not end polling for good.
    timer.fireIn(policy.initialDelayMs);
    reportFailure(ctx, cause);
  }
}

function toNextAt({ clock }: CaptureContext, timer: PollTimer, policy: PollingPolicy): number | null {
  return policy.initialDelayMs === 0 ? null : (timer.nextAt() ?? clock.now());
}

// The store may be full or read-only. Then nothing counts as captured, and the next cycle fetches all of it again.
function reportFailure(ctx: CaptureContext, cause: unknown): void {
  ctx.log('capture.cycleFailed', { cause: String(cause) });
  const error = toDbError(ctx.db, cause);
  if (error) emitCaptureFailed(ctx, error);
}

/** Emits that no source can be polled. */
export function emitCaptureFailed({ emit }: Pick<CaptureContext, 'emit'>, error: AppError): void {
  for (const source of sourceIds) emit({ name: 'capture.failed', params: { source, error } });
}
