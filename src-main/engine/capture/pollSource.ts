import type { Account } from '../../../shared/domain/account.ts';
import type { AppError } from '../../../shared/errors.ts';
import { threadMessages } from '../conversations/thread.ts';
import { getSource, putSource, type Source, type SourceId } from '../store/sources.ts';
import { inTransaction } from '../store/sql.ts';
import type { CaptureContext } from './captureContext.ts';
import type { PollOutcome } from './paging.ts';
import { pollDms } from './pollDms.ts';
import { pollMentions } from './pollMentions.ts';
import { afterPoll, isBlocked } from './schedule.ts';

/** What asking one source brought. */
export interface SourceResult {
  readonly newMessages: number;
  readonly error: AppError | null;
}

const polls = { mentions: pollMentions, dms: pollDms } as const;

/** Asks one source for all that is new, threads it and tells everybody. Not asked before the time that X has set. */
export async function pollSource(
  ctx: CaptureContext,
  account: Account,
  id: SourceId,
  intervalMs: number,
): Promise<SourceResult> {
  const source = getSource(ctx.db, id);
  if (isBlocked(source, ctx.clock.now())) {
    return { newMessages: 0, error: { code: 'rateLimited', resetAt: source.blockedUntil } };
  }
  const outcome = await polls[id](ctx, account, source.sinceId);
  if (outcome.error?.code !== 'engineGone') settle(ctx, source, outcome, intervalMs);
  return { newMessages: outcome.added, error: outcome.error };
}

function settle(ctx: CaptureContext, source: Source, outcome: PollOutcome, intervalMs: number): void {
  const threaded = inTransaction(ctx.db, () => {
    putSource(ctx.db, afterPoll(source, outcome, ctx.clock.now(), intervalMs));
    return threadMessages(ctx);
  });
  const changed = [...new Set([...outcome.changed, ...threaded.changed])];
  tellThreaded(ctx, { opened: threaded.opened, changed });
  if (!outcome.error) return;
  ctx.log('a source could not be asked', { source: source.id, code: outcome.error.code });
  ctx.emit({ name: 'capture.failed', params: { source: source.id, error: outcome.error } });
}

/** Tells which conversations a threading opened and changed. */
export function tellThreaded(
  ctx: Pick<CaptureContext, 'emit'>,
  { opened, changed }: { readonly opened: readonly string[]; readonly changed: readonly string[] },
): void {
  if (opened.length > 0) ctx.emit({ name: 'conversations.opened', params: { ids: [...opened] } });
  if (changed.length > 0) ctx.emit({ name: 'conversations.changed', params: { ids: [...changed] } });
}
