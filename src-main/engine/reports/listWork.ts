import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import { mapPeopleOf } from '../store/namedPeople.ts';
import type { Db } from '../store/open.ts';
import { listWorkHistories, type WorkHistory, type WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { getOfficeTime, listSpans } from '../surveys/figures/localPeriods.ts';
import { createGrouping } from './groupWork.ts';
import { toHourOfWeek } from './hourOfWeek.ts';
import { createMeasure } from './measureThen.ts';
import { type WorkFact, walkConversation } from './walkConversation.ts';
import { endOf } from './walkSteps.ts';

type Asked = EngineParsed<'reports.workConversations'>;
type Found = Omit<EngineOutput<'reports.workConversations'>['items'][number], 'person'>;

/**
 * What a figure counted, or the backlog at an end, each with its conversation: missed targets first, then what took longest, else the
 * latest. Errors are those of `reportWork`, and `invalid` for a step that is not in the period.
 */
export function listWork(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = clock.now(), limit, ...asked }: Asked,
): Result<EngineOutput<'reports.workConversations'>, AppError> {
  const error = findPeriodError(asked);
  if (error) return err(error);
  const period = { from: asked.from, to: asked.to, asKnownOn };
  const part = toPart(db, period, asked.step);
  if (!part.ok) return part;
  const found =
    asked.figure === 'unresolved' || asked.figure === 'waiting'
      ? listBacklog(db, period, asked.figure, Math.min(part.value.to, endOf(period)) - 1)
      : listFacts(db, period, part.value, asked);
  const page = sort(found, asked.figure).slice(0, limit);
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

interface Part {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The step of a period, or all of it. */
function toPart(db: Db, period: WorkPeriod, step: Asked['step']): Result<Part, AppError> {
  if (!step) return ok({ from: period.from, to: period.to });
  const spans = listSpans(getOfficeTime(db), step.unit, period.from, endOf(period) - 1);
  const span = spans.find(([, , key]) => key === step.key);
  if (span) return ok({ from: span[0], to: span[1] });
  const keys = spans.map(([, , key]) => key);
  const reason = `is no ${step.unit} of the period, which has ${keys[0]} to ${keys.at(-1)}; found ${step.key}`;
  return err({ code: 'invalid', path: 'step.key', reason });
}

type Wanted = Pick<Asked, 'figure' | 'group' | 'hour'>;

function listFacts(db: Db, period: WorkPeriod, part: Part, { figure, group, hour }: Wanted): Found[] {
  const measure = createMeasure(db, period.asKnownOn);
  const toKeys = group ? createGrouping(db, group.by, period) : null;
  const office = getOfficeTime(db);
  const isInHour = (at: number) => {
    if (!hour) return true;
    const found = toHourOfWeek(office, at);
    return found.weekday === hour.weekday && found.hour === hour.hour;
  };
  const isAsked = (fact: WorkFact, history: WorkHistory) =>
    fact.figure === figure &&
    part.from <= fact.at &&
    fact.at < part.to &&
    isInHour(fact.at) &&
    (!group || toKeys?.(fact, history).includes(group.key) === true);
  return listWorkHistories(db, period).flatMap((history) =>
    walkConversation(history, period, measure)
      .facts.filter((fact) => isAsked(fact, history))
      .map(({ at, ms, agent, target }) => ({
        conversationId: history.conversationId,
        at,
        ms,
        agent,
        target,
      })),
  );
}

/** The conversations that are in the backlog at a time, each with its last message until then. */
function listBacklog(db: Db, period: WorkPeriod, figure: 'unresolved' | 'waiting', end: number): Found[] {
  const measure = createMeasure(db, period.asKnownOn);
  return listWorkHistories(db, period).flatMap((history) => {
    if (!walkConversation(history, period, measure, [end])[figure][0]) return [];
    const at = history.messages.findLast((message) => message.at <= end)?.at ?? end;
    return [{ conversationId: history.conversationId, at, ms: null, agent: null, target: null }];
  });
}

function sort(found: readonly Found[], figure: Asked['figure']): Found[] {
  const isTarget = figure === 'firstTarget' || figure === 'nextTarget';
  const byOutcome = (a: Found, b: Found) => Number(b.target === 'missed') - Number(a.target === 'missed');
  return found.toSorted(
    (a, b) => (isTarget ? byOutcome(a, b) : 0) || (b.ms ?? 0) - (a.ms ?? 0) || b.at - a.at,
  );
}
