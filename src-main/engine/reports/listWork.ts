import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import { listWorkHistories, type WorkHistory } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { createGrouping } from './groupWork.ts';
import { createMeasure } from './measureThen.ts';
import { type WorkFact, walkConversation } from './walkConversation.ts';

/** What a figure counted, each with its conversation: missed targets first, then what took longest, else the latest. Errors are those of `reportWork`. */
export function listWork(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = clock.now(), figure, group, limit, ...range }: EngineParsed<'reports.workConversations'>,
): Result<EngineOutput<'reports.workConversations'>, AppError> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const period = { ...range, asKnownOn };
  const measure = createMeasure(db, asKnownOn);
  const toKeys = group && createGrouping(db, group.by, period);
  const isOf = (fact: WorkFact, history: WorkHistory) =>
    !group || !toKeys || toKeys(fact, history).includes(group.key);
  const found = listWorkHistories(db, period).flatMap((history) =>
    walkConversation(history, period, measure)
      .facts.filter((fact) => fact.figure === figure && isOf(fact, history))
      .map(({ at, ms, agent, target }) => ({
        conversationId: history.conversationId,
        at,
        ms,
        agent,
        target,
      })),
  );
  const isTarget = figure === 'firstTarget' || figure === 'nextTarget';
  const byOutcome = (a: WorkFact['target'], b: WorkFact['target']) =>
    Number(b === 'missed') - Number(a === 'missed');
  const sorted = found.toSorted(
    (a, b) => (isTarget ? byOutcome(a.target, b.target) : 0) || (b.ms ?? 0) - (a.ms ?? 0) || b.at - a.at,
  );
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
