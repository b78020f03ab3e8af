import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { listConversationIdsOf } from '../store/conversations.ts';
import type { Db } from '../store/open.ts';
import { getPerson } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import type { VipUndo } from '../store/undoFacts.ts';
import { isVip, setVipSince } from '../store/vips.ts';
import type { ChangeContext, Changed } from './changeConversation.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

/**
 * Makes a person a VIP or ends that, with an activity that can be undone, then emits `conversations.changed` for all of their
 * conversations. What is so already stays without an activity. Error: `notFound` (person).
 */
export function setVip(
  ctx: ChangeContext,
  change: { readonly personId: string; readonly isVip: boolean },
): Result<Changed, AppError> {
  const { personId } = change;
  if (!getPerson(ctx.db, personId)) return err({ code: 'notFound', what: 'person', id: personId });
  const ids = listConversationIdsOf(ctx.db, personId);
  const activityId = inTransaction(ctx.db, () => {
    if (!setVipSince(ctx.db, personId, change.isVip ? ctx.clock.now() : null)) return undefined;
    summarise(ctx, ids);
    return recordActivity(ctx, {
      kind: 'vipSet',
      agent: getCurrentAgent(ctx.db).id,
      conversationId: null,
      facts: change,
      undo: { vip: change },
    });
  });
  if (activityId !== undefined) ctx.emit({ name: 'conversations.changed', params: { ids } });
  return ok(withoutUndefined({ activityId }));
}

/** Takes back what `setVip` did; returns whether it is still so. */
export function restoreVip(db: Db, { vip }: VipUndo, now: number): boolean {
  if (isVip(db, vip.personId) !== vip.isVip) return false;
  return setVipSince(db, vip.personId, vip.isVip ? null : now);
}
