import type { Activity } from '#shared/domain/activity.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getPersonIdOf } from '../store/conversations.ts';
import { getSettings } from '../store/settings.ts';
import { inTransaction } from '../store/sql.ts';
import { recordActivity } from './recordActivity.ts';
import { summarise } from './summarise.ts';

type Done = Result<Record<string, never>, AppError>;

/** A change that an agent makes; without an activity if it matters to nobody else, such as reading. */
interface Change {
  readonly apply: () => void;
  readonly activity?: Pick<Activity, 'kind' | 'facts'>;
}

/**
 * Makes a change to one conversation, with its activity, in one transaction, then emits `conversations.changed`. `toChange` is
 * called within it with the person, once it is known that there is such a conversation; if it returns an error, nothing changes.
 */
export function changeConversation(
  ctx: EngineContext,
  id: string,
  toChange: (personId: string) => Result<Change, AppError>,
): Done {
  const done = inTransaction(ctx.db, (): Done => {
    const personId = getPersonIdOf(ctx.db, id);
    if (personId === null) return err({ code: 'notFound', what: 'conversation', id });
    const settings = getSettings(ctx.db);
    const change = toChange(personId);
    if (!change.ok) return change;
    const { apply, activity } = change.value;
    apply();
    if (activity) {
      recordActivity(ctx, { ...activity, agent: getCurrentAgent(ctx.db).id, conversationId: id });
    }
    summarise(ctx.db, [id], settings);
    return ok({});
  });
  if (done.ok) ctx.emit({ name: 'conversations.changed', params: { ids: [id] } });
  return done;
}
