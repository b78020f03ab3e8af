import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { WorkGrouping } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { mapRuleNames } from '../store/rulesThatRan.ts';
import { mapGroupNames } from '../store/surveyTallies.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { createGrouping, type Grouping, type Key } from './createGrouping.ts';
import { countFacts, type Tally, tallyPeriod } from './tally.ts';
import { loadWorkFacts, type WorkFacts } from './workFacts.ts';
import { toWorkFigures } from './workFigures.ts';

/** The figures of a period by group, those with the most facts first and what has no group last. Errors are those of `reportWork`. */
export async function groupWork(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = ctx.clock.now(), groupBy, ...range }: EngineParsed<'reports.workGroups'>,
): Promise<Result<EngineOutput<'reports.workGroups'>, AppError>> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const facts = await loadWorkFacts(ctx, asKnownOn);
  const { groups } = countGroups(ctx.db, facts, { ...range, asKnownOn }, groupBy);
  return ok({ groups });
}

type Groups = EngineOutput<'reports.workGroups'>['groups'];

/** The figures of `groupWork`. */
export function countGroups(
  db: Db,
  facts: WorkFacts,
  period: WorkPeriod,
  groupBy: WorkGrouping,
): { readonly groups: Groups; readonly tally: Tally } {
  const { labels, keysOf } = createGrouping(db, facts, groupBy, period);
  const tally = tallyPeriod(facts, period, labels);
  const groups = [...mapLabels(keysOf)].flatMap(([key, of]) => {
    const size = countFacts(tally, of);
    return size === 0 ? [] : [{ key, size, figures: toWorkFigures(tally, of) }];
  });
  const names = mapNames(
    db,
    groupBy,
    groups.map(({ key }) => key),
  );
  const sorted = groups.toSorted(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      b.size - a.size ||
      ((a.key ?? '') < (b.key ?? '') ? -1 : 1),
  );
  return {
    groups: sorted.map(({ key, figures }) => ({ key, label: names.get(key) ?? null, figures })),
    tally,
  };
}

/** The labels of each group. */
function mapLabels(keysOf: Grouping['keysOf']): ReadonlyMap<Key, readonly number[]> {
  const labels = new Map<Key, number[]>();
  for (const [label, keys] of keysOf.entries()) {
    for (const key of keys) {
      const ofKey = labels.get(key) ?? [];
      labels.set(key, ofKey);
      ofKey.push(label);
    }
  }
  return labels;
}

function mapNames(db: Db, groupBy: WorkGrouping, keys: readonly Key[]): ReadonlyMap<Key, string> {
  if (groupBy === 'language') return new Map();
  return groupBy === 'rule' ? mapRuleNames(db, keys) : mapGroupNames(db, groupBy, keys);
}
