import type { Account } from '#shared/domain/account.ts';
import { CycleStep, type StepError } from '#shared/domain/capture.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { PollCycleResult } from '../context/services.ts';
import { getBegin } from '../store/begin.ts';
import { type GapRow, listAllOpenGaps } from '../store/gaps.ts';
import { getSource, listSourceIds, putSource, type SourceId, toSourceKind } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import { backfillGaps } from './backfill.ts';
import { checkDeletions } from './deletionCheck.ts';
import { fetchDmMedia } from './dmMedia.ts';
import type { CaptureContext, FeedRegistry } from './feed.ts';
import { fetchParents } from './fetchParents.ts';
import { fetchDisplacedPeople } from './fetchPeople.ts';
import { fetchQuotes } from './fetchQuotes.ts';
import type { PollingPolicy } from './pollingPolicy.ts';
import { pollSource } from './pollSource.ts';
import { bringForward, isDue } from './schedule.ts';

/** What poll cycles work with. */
export interface PollCycleOptions {
  readonly policy: PollingPolicy;
  readonly feeds: FeedRegistry;
  /** Returns the account of the workspace; waits for it if it is not known yet. */
  readonly account: () => Promise<Result<Account, AppError>>;
}

/** The same for one cycle. */
interface RunningCycle extends PollCycleOptions {
  readonly isStopped: () => boolean;
}

/**
 * Runs one poll cycle: polls the sources that are due, or all of them, then backfills gaps, fetches quotes, parents and people,
 * checks for deletions and fetches files of private messages. Fails with `notBegun` while reading is held, if there is no account, or with `engineGone` as soon as
 * the engine stops.
 */
export async function runPollCycle(
  ctx: CaptureContext,
  { policy, feeds, account: getAccount, isStopped }: RunningCycle,
  all: boolean,
): Promise<PollCycleResult> {
  if (getBegin(ctx.db).isHeld) return err({ code: 'notBegun' });
  const account = await getAccount();
  if (!account.ok) return account;
  const feedOf = (id: SourceId) => feeds[toSourceKind(id)](ctx, account.value, id);
  const gaps = listAllOpenGaps(ctx.db);
  let newMessages = 0;
  const failures: { source: string; error: AppError }[] = [];
  for (const id of listSourceIds(ctx.db)) {
    if (!all && !isDue(getSource(ctx.db, id), ctx.clock.now())) continue;
    const feed = feedOf(id);
    if (!feed) continue;
    const polled = await pollSource(ctx, id, feed, () => policy.intervalMs(toSourceKind(id)));
    newMessages += polled.newMessages;
    if (polled.error) failures.push({ source: id, error: polled.error });
    if (polled.error?.code === 'engineGone') return err(polled.error);
  }
  bringSourcesForward(ctx, policy);
  newMessages += await backfillGaps(ctx, feedOf, policy);
  newMessages += await fetchQuotes(ctx, account.value, all);
  const steps = await runSteps(ctx, account.value, isStopped);
  if (!steps.ok) return steps;
  if (newMessages > 0) ctx.log('capture.polled', { newMessages });
  ctx.emit({ name: 'capture.polled', params: { at: ctx.clock.now(), newMessages } });
  return ok({ newMessages, failures, stepErrors: steps.value, closedGaps: countClosed(ctx, gaps) });
}

/** Runs all steps after the sources, whichever of them fail. Returns why; fails with `engineGone` as soon as the engine stops. */
async function runSteps(
  ctx: CaptureContext,
  account: Account,
  isStopped: () => boolean,
): Promise<Result<StepError[], AppError>> {
  const steps: Readonly<Record<CycleStep, () => Promise<AppError | null>>> = {
    parents: () => fetchParents(ctx, account),
    people: () => fetchDisplacedPeople(ctx),
    deletions: () => checkDeletions(ctx, account, isStopped),
    media: () => fetchDmMedia(ctx),
  };
  const errors: StepError[] = [];
  for (const step of CycleStep.options) {
    const error = await steps[step]();
    if (error?.code === 'engineGone') return err(error);
    if (!error) continue;
    ctx.log('capture.stepFailed', { step, code: error.code });
    errors.push({ step, error });
  }
  return ok(errors);
}

// Sources polled early in the cycle were planned before it was known that customers wait.
function bringSourcesForward({ db }: CaptureContext, policy: PollingPolicy): void {
  const sources = listSourceIds(db).map((id) => getSource(db, id));
  const moved = sources
    .map((source) => ({ source, next: bringForward(source, policy.intervalMs(source.kind)) }))
    .filter(({ source, next }) => next.nextPollAt !== source.nextPollAt);
  if (moved.length === 0) return;
  inTransaction(db, () => {
    for (const { next } of moved) putSource(db, next);
  });
}

// Counts the gaps that were visible before the cycle, whichever part of it has closed them.
function countClosed({ db }: CaptureContext, before: readonly GapRow[]): number {
  const open = new Set(listAllOpenGaps(db).map(({ id }) => id));
  return before.filter(({ id }) => !open.has(id)).length;
}
