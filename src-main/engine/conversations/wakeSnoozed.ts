import type { EngineContext } from '../context/context.ts';
import { listWaking, setSnooze } from '../store/conversationChanges.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

/** Ends every snooze whose time has come. Safe to call at any time, also long after, as when the machine slept. */
export function wakeSnoozed(ctx: Pick<EngineContext, 'db' | 'clock' | 'newId' | 'emit'>): void {
  const ids = inTransaction(ctx.db, () => {
    const waking = listWaking(ctx.db, ctx.clock.now());
    for (const id of waking) {
      setSnooze(ctx.db, id, null);
      recordActivity(ctx, { kind: 'snoozed', agent: null, conversationId: id, facts: { until: null } });
    }
    summarise(ctx.db, waking, getSettings(ctx.db));
    return waking;
  });
  if (ids.length === 0) return;
  ctx.emit({ name: 'conversations.returned', params: { ids, reason: 'snoozeEnded' } });
  ctx.emit({ name: 'conversations.changed', params: { ids } });
}
