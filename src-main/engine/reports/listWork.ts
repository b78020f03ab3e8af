import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import { listWorkHistories } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { createMeasure } from './measureThen.ts';
import { walkConversation } from './walkConversation.ts';

/** What a figure counted, each with its conversation: what took longest first, else the latest. Errors are those of `reportWork`. */
export function listWork(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = clock.now(), figure, limit, ...range }: EngineParsed<'reports.workConversations'>,
): Result<EngineOutput<'reports.workConversations'>, AppError> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const period = { ...range, asKnownOn };
  const measure = createMeasure(db, asKnownOn);
  const found = listWorkHistories(db, period).flatMap((history) =>
    walkConversation(history, period, measure)
      .facts.filter((fact) => fact.figure === figure)
      .map(({ at, ms, agent }) => ({ conversationId: history.conversationId, at, ms, agent })),
  );
  const sorted = found.toSorted((a, b) => (b.ms ?? 0) - (a.ms ?? 0) || b.at - a.at);
  const page = sorted.slice(0, limit);
  const people = mapPeopleOf(
    db,
    page.map(({ conversationId }) => conversationId),
  );
  const items = page.flatMap((one) => {
    const person = people.get(one.conversationId);
    return person ? [{ ...one, person }] : [];
  });
  return ok({ items, total: found.length });
}
