import type { EngineOutput, EngineParsed } from '#shared/contract/engine.ts';
import type { WorkGrouping } from '#shared/domain/workReport.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineContext } from '../context/context.ts';
import type { Db } from '../store/open.ts';
import { mapRuleNames, mapRulesThatRan } from '../store/rulesThatRan.ts';
import { mapGroupNames } from '../store/surveyTallies.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { findPeriodError } from '../surveys/figures/findPeriodError.ts';
import { agentOf, channelOf, codeOf, conversationOf, type FactTable } from './factTable.ts';
import { forEachFact } from './forEachFact.ts';
import { loadWorkFacts, type WorkFacts } from './workFacts.ts';
import { addToTally, createTally, type Tally, toWorkFigures } from './workFigures.ts';

type Key = string | null;

/** The figures of a period by group, those with the most facts first and what has no group last. Errors are those of `reportWork`. */
export async function groupWork(
  ctx: Pick<EngineContext, 'db' | 'clock'>,
  { asKnownOn = ctx.clock.now(), groupBy, ...range }: EngineParsed<'reports.workGroups'>,
): Promise<Result<EngineOutput<'reports.workGroups'>, AppError>> {
  const error = findPeriodError(range);
  if (error) return err(error);
  const facts = await loadWorkFacts(ctx, asKnownOn);
  return ok({ groups: countGroups(ctx.db, facts, { ...range, asKnownOn }, groupBy) });
}

/** The figures of `groupWork`. */
export function countGroups(
  db: Db,
  facts: WorkFacts,
  period: WorkPeriod,
  groupBy: WorkGrouping,
): EngineOutput<'reports.workGroups'>['groups'] {
  const toKeys = createGrouping(db, groupBy, period);
  const tallies = new Map<Key, Tally>();
  const tallyOf = (key: Key) => {
    const known = tallies.get(key);
    if (known) return known;
    const tally = createTally();
    tallies.set(key, tally);
    return tally;
  };
  const find = (table: FactTable, row: number) => toKeys(table, row).map(tallyOf);
  const toTallies = isOfConversations(groupBy) ? onceForEach(find) : find;
  forEachFact(facts, period, (table, row) => {
    for (const tally of toTallies(table, row)) addToTally(tally, table, row);
  });
  const names = mapNames(db, groupBy, [...tallies.keys()]);
  const sorted = [...tallies].toSorted(
    ([a, one], [b, other]) =>
      Number(a === null) - Number(b === null) || other.facts - one.facts || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  return sorted.map(([key, tally]) => ({
    key,
    label: names.get(key) ?? null,
    figures: toWorkFigures(tally),
  }));
}

/** Whether all facts of a conversation belong to the same groups. */
const isOfConversations = (groupBy: WorkGrouping) => groupBy !== 'agent' && groupBy !== 'channel';

/** `find`, called only once for the rows of a conversation, which follow each other. */
function onceForEach<T>(find: (table: FactTable, row: number) => T): (table: FactTable, row: number) => T {
  let last: {
    readonly table: FactTable;
    readonly conversation: number | undefined;
    readonly found: T;
  } | null = null;
  return (table, row) => {
    const conversation = table.columns.conversation[row];
    if (last?.table !== table || last.conversation !== conversation)
      last = { table, conversation, found: find(table, row) };
    return last.found;
  };
}

/** Returns the keys of the groups that a fact belongs to. */
type ToGroupKeys = (table: FactTable, row: number) => readonly Key[];

/** What tells the groups of a fact in a period. */
export function createGrouping(db: Db, groupBy: WorkGrouping, period: WorkPeriod): ToGroupKeys {
  switch (groupBy) {
    case 'agent':
      // Nobody opens a conversation or receives a message.
      return (table, row) => (isOfAgent(table.columns.figure[row] ?? 0) ? [agentOf(table, row)] : []);
    case 'tag':
      return (table, row) => orNone(conversationOf(table, row)?.tags);
    case 'channel':
      return ({ columns }, row) => [channelOf(columns.flags[row] ?? 0)];
    case 'language':
      return (table, row) => [conversationOf(table, row)?.language ?? null];
    case 'rule': {
      const rules = mapRulesThatRan(db, period);
      return (table, row) => orNone(rules.get(conversationOf(table, row)?.id ?? ''));
    }
  }
}

const noGroup: readonly Key[] = [null];
const orNone = (keys: readonly string[] | undefined): readonly Key[] =>
  keys === undefined || keys.length === 0 ? noGroup : keys;

const noAgents: readonly number[] = [codeOf.opened, codeOf.reopened, codeOf.received];
const isOfAgent = (code: number) => !noAgents.includes(code);

function mapNames(db: Db, groupBy: WorkGrouping, keys: readonly Key[]): ReadonlyMap<Key, string> {
  if (groupBy === 'language') return new Map();
  return groupBy === 'rule' ? mapRuleNames(db, keys) : mapGroupNames(db, groupBy, keys);
}
