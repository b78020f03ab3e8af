import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { WorkFigure, WorkGrouping } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { mapRuleNames, mapRulesThatRan } from '../store/rulesThatRan.ts';
import { mapGroupNames } from '../store/surveyTallies.ts';
import { listWorkHistories, type WorkHistory, type WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { createMeasure } from './measureThen.ts';
import { type WorkFact, walkConversation } from './walkConversation.ts';
import { toWorkFigures } from './workFigures.ts';

type Key = string | null;

/** The figures of a period by group, those with the most facts first and what has no group last. Errors are those of `reportWork`. */
export function groupWork(
  { db, clock }: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = clock.now(), groupBy, ...range }: EngineParsed<'reports.workGroups'>,
): Result<EngineOutput<'reports.workGroups'>, AppError> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const period = { ...range, asKnownOn };
  const measure = createMeasure(db, asKnownOn);
  const toKeys = createGrouping(db, groupBy, period);
  const groups = new Map<Key, WorkFact[]>();
  for (const history of listWorkHistories(db, period)) {
    for (const fact of walkConversation(history, period, measure).facts) {
      for (const key of toKeys(fact, history)) {
        const facts = groups.get(key) ?? [];
        groups.set(key, facts);
        facts.push(fact);
      }
    }
  }
  const names = mapNames(db, groupBy, [...groups.keys()]);
  const sorted = [...groups].toSorted(
    ([a, one], [b, other]) =>
      Number(a === null) - Number(b === null) ||
      other.length - one.length ||
      ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  return ok({
    groups: sorted.map(([key, facts]) => ({
      key,
      label: names.get(key) ?? null,
      figures: toWorkFigures(facts),
    })),
  });
}

/** Returns the keys of the groups that a fact belongs to. */
type ToGroupKeys = (fact: WorkFact, history: WorkHistory) => readonly Key[];

/** What tells the groups of a fact in a period. */
export function createGrouping(db: Db, groupBy: WorkGrouping, period: WorkPeriod): ToGroupKeys {
  switch (groupBy) {
    case 'agent':
      // Nobody opens a conversation or receives a message.
      return (fact) => (isOfAgent(fact) ? [fact.agent] : []);
    case 'tag':
      return (_, { tags }) => orNone(tags);
    case 'channel':
      return ({ channel }) => [channel];
    case 'language':
      return (_, { language }) => [language];
    case 'rule': {
      const rules = mapRulesThatRan(db, period);
      return (_, { conversationId }) => orNone(rules.get(conversationId) ?? []);
    }
  }
}

const orNone = (keys: readonly string[]): readonly Key[] => (keys.length > 0 ? keys : [null]);

const noAgents: readonly WorkFigure[] = ['opened', 'reopened', 'received'];
const isOfAgent = ({ figure }: WorkFact) => !noAgents.includes(figure);

function mapNames(db: Db, groupBy: WorkGrouping, keys: readonly Key[]): ReadonlyMap<Key, string> {
  if (groupBy === 'language') return new Map();
  return groupBy === 'rule' ? mapRuleNames(db, keys) : mapGroupNames(db, groupBy, keys);
}
