import type { Activity } from '#shared/domain/activity.ts';
import type { EngineContext } from '../context/context.ts';
import { insertActivity } from '../store/activities.ts';

type NewActivity = Pick<Activity, 'kind' | 'agent' | 'conversationId'> &
  Partial<Pick<Activity, 'facts' | 'at'>>;

/** Appends what was done, by whom and when (now by default), to the audit log. Call it in the transaction that does it. */
export function recordActivity(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  { kind, agent, conversationId, facts = {}, at = ctx.clock.now() }: NewActivity,
): void {
  insertActivity(ctx.db, { id: ctx.newId(), at, kind, agent, conversationId, facts });
}
