import type { Account } from '#shared/domain/account.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type GapRow, listAllOpenGaps } from '../store/gaps.ts';
import { getSource, listSourceIds, toSourceKind } from '../store/sources.ts';
import type { CaptureContext } from './captureContext.ts';
import { checkPosts } from './checkPosts.ts';
import { fetchParents } from './fetchParents.ts';
import { fillGaps } from './fillGaps.ts';
import { hastenSources } from './hastenSources.ts';
import { pollSource } from './pollSource.ts';
import type { Rhythm } from './rhythm.ts';
import type { Round } from './round.ts';
import { isDue } from './schedule.ts';

/**
 * Asks the sources that are due, or all, then fills gaps, fetches parents and looks for deletions. Ends early where the
 * account is not known, or where the engine stops.
 */
export async function runRound(
  ctx: CaptureContext,
  findAccount: () => Promise<Result<Account, AppError>>,
  rhythm: Rhythm,
  all: boolean,
): Promise<Round> {
  const account = await findAccount();
  if (!account.ok) return account;
  const gaps = listAllOpenGaps(ctx.db);
  let newMessages = 0;
  const failures: { source: string; error: AppError }[] = [];
  for (const id of listSourceIds(ctx.db)) {
    if (!all && !isDue(getSource(ctx.db, id), ctx.clock.now())) continue;
    const waitMs = () => rhythm.waitMs(toSourceKind(id));
    const result = await pollSource(ctx, account.value, id, waitMs);
    newMessages += result.newMessages;
    if (result.error) failures.push({ source: id, error: result.error });
    if (result.error?.code === 'engineGone') return err(result.error);
  }
  hastenSources(ctx, rhythm);
  newMessages += await fillGaps(ctx, account.value, rhythm);
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
