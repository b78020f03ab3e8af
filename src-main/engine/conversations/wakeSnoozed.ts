import type { EngineContext } from '../context/context.ts';
import { listWaking, setSnooze } from '../store/conversationChanges.ts';
import { setFollowUp } from '../store/followUps.ts';
import { inTransaction } from '../store/sql.ts';
import { listSummaryFacts, type SummaryFacts } from '../store/summaries.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

type Context = Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>;

/**
 * Ends every snooze whose time has come. Its conversation is back in the queue also where the person has not written since: then
 * an agent should follow up. Safe to call at any time, also long after, as when the machine slept.
 */
export function wakeSnoozed(ctx: Context): void {
  const ids = inTransaction(ctx.db, () => {
    const waking = listWaking(ctx.db, ctx.clock.now());
    for (const facts of listSummaryFacts(ctx.db, waking)) wake(ctx, facts);
    summarise(ctx, waking);
    return waking;
  });
  if (ids.length === 0) return;
  ctx.emit({ name: 'conversations.returned', params: { ids, reason: 'snoozeEnded' } });
  ctx.emit({ name: 'conversations.changed', params: { ids } });
}

function wake(ctx: Context, { id, setStatusAt, repliedAt, waitingSince }: SummaryFacts): void {
  setSnooze(ctx.db, id, null);
  setFollowUp(ctx.db, id, { at: ctx.clock.now(), setStatusAt, repliedAt });
  const facts = { until: null, noReply: waitingSince === null };
  recordActivity(ctx, { kind: 'snoozed', agent: null, conversationId: id, facts });
}
