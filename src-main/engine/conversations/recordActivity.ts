import type { Activity } from '#shared/domain/activity.ts';
import type { EngineContext } from '../context/context.ts';
import { insertActivity } from '../store/activities.ts';
import type { UndoFacts } from '../store/undoFacts.ts';

type NewActivity = Pick<Activity, 'kind' | 'agent' | 'conversationId'> &
  Partial<Pick<Activity, 'facts' | 'at'>> & {
    readonly undo?: UndoFacts;
    /** The common id of the activities of one bulk change. */
    readonly bulk?: string;
  };

/**
 * Appends what was done, by whom and when (now by default), to the audit log, and returns the id of the activity. Call it in the
 * transaction that does it.
 */
export function recordActivity(
  ctx: Pick<EngineContext, 'db' | 'clock' | 'newId'>,
  { kind, agent, conversationId, facts = {}, at = ctx.clock.now(), ...more }: NewActivity,
): string {
  const id = ctx.newId();
  insertActivity(ctx.db, { id, at, kind, agent, conversationId, facts }, more);
  return id;
}
