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
  /** Why the change must not be made; null if it may. */
  readonly check?: () => AppError | null;
  readonly apply: () => void;
  readonly activity?: Pick<Activity, 'kind' | 'facts'>;
}

/**
 * Makes a change to one conversation, with its activity, in one transaction, then emits `conversations.changed`. `toChange` is
 * called within it, once it is known that there is such a conversation.
 */
export function changeConversation(ctx: EngineContext, id: string, toChange: () => Change): Done {
  const done = inTransaction(ctx.db, (): Done => {
    if (getPersonIdOf(ctx.db, id) === null) return err({ code: 'notFound', what: 'conversation', id });
    const settings = getSettings(ctx.db);
    const change = toChange();
    const error = change.check?.() ?? null;
    if (error) return err(error);
    change.apply();
    if (change.activity) {
      recordActivity(ctx, { ...change.activity, agent: getCurrentAgent(ctx.db).id, conversationId: id });
    }
    summarise(ctx.db, [id], settings);
    return ok({});
  });
  if (done.ok) ctx.emit({ name: 'conversations.changed', params: { ids: [id] } });
  return done;
}
