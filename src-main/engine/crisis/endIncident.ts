import type { EngineParsed } from '#shared/contract/engine.ts';
import type { Incident } from '#shared/domain/incident.ts';
import type { AppError } from '#shared/errors.ts';
import type { Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { getCurrentAgent } from '../store/agents.ts';
import { endIncidentAt } from '../store/incidents.ts';
import { inTransaction } from '../store/sql.ts';
import { setRuleSince } from '../store/surveySettings.ts';
import { countHeldBack } from '../surveys/countHeldBack.ts';
import { noteEntry } from './noteEntry.ts';
import { requireIncident, requireRunning } from './requireIncident.ts';

/**
 * Ends an incident, and notes how many surveys it held back; these are not sent later. A clock that was set back does not end it before
 * it began. Errors: `notFound`, `crisisEnded`.
 */
export function endIncident(
  ctx: EngineContext,
  { id, text }: EngineParsed<'crisis.end'>,
): Result<Incident, AppError> {
  const { db } = ctx;
  const ended = inTransaction(db, () => {
    const running = requireRunning(db, id);
    if (!running.ok) return running;
    const at = Math.max(ctx.clock.now(), running.value.startedAt);
    const facts = { count: countHeldBack(ctx, running.value) };
    noteEntry(ctx, id, { kind: 'surveysHeldBack', facts, isAutomatic: true });
    noteEntry(ctx, id, { kind: 'ended', text });
    endIncidentAt(db, id, at, getCurrentAgent(db).id);
    setRuleSince(db, at + 1);
    return requireIncident(db, id);
  });
  if (!ended.ok) return ended;
  ctx.emit({ name: 'crisis.changed', params: {} });
  return ended;
}
