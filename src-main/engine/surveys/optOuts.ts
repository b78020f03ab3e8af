import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { recordActivity } from '../conversations/recordActivity.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { getPerson } from '../store/people.ts';
import { inTransaction } from '../store/sql.ts';
import { setOptedOut } from '../store/surveys.ts';

/** Records on an agent's word that a person wants no surveys, or wants them again. Error: `notFound` (person). */
export function changeOptOut(
  ctx: EngineContext,
  personId: string,
  isOut: boolean,
): Result<Record<string, never>, AppError> {
  if (!getPerson(ctx.db, personId)) return err({ code: 'notFound', what: 'person', id: personId });
  const isNew = inTransaction(ctx.db, () => {
    if (!setOptedOut(ctx.db, personId, isOut ? ctx.clock.now() : null)) return false;
    const kind = isOut ? 'surveyOptedOut' : 'surveyOptedIn';
    const agent = getCurrentAgent(ctx.db).id;
    recordActivity(ctx, { kind, agent, conversationId: null, facts: { personId } });
    return true;
  });
  if (isNew) ctx.emit({ name: 'surveys.changed', params: {} });
  return ok({});
}
