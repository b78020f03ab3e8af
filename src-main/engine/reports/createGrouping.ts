import type { WorkGrouping } from '#shared/domain/workReport.ts';
import type { Db } from '../store/open.ts';
import { mapRulesThatRan } from '../store/rulesThatRan.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { codeOf, DM, FLAGS_END } from './factSpan.ts';
import type { FactTable } from './factTable.ts';
import { createLabels, type LabelLists, type Labels } from './labels.ts';
import { createPool } from './pool.ts';
import type { WorkFacts } from './workFacts.ts';

/** The key of a group; null for what has none. */
export type Key = string | null;

/** Which groups the facts of a period belong to: those with the same label to the same ones. */
export interface Grouping {
  readonly labels: Labels;
  /** The keys of the groups of each label. */
  readonly keysOf: readonly (readonly Key[])[];
}

/** Returns the label of what belongs to these groups. */
type ToLabel = (keys: readonly Key[]) => number;

export function createGrouping(
  db: Db,
  facts: WorkFacts,
  groupBy: WorkGrouping,
  period: WorkPeriod,
): Grouping {
  const { values: keysOf, placeOf } = createPool<readonly Key[]>((keys) => JSON.stringify(keys));
  const lists = toLists(facts, groupBy, placeOf, () => mapRulesThatRan(db, period));
  return { labels: createLabels(keysOf.length, lists), keysOf };
}

function toLists(
  facts: WorkFacts,
  groupBy: WorkGrouping,
  toLabel: ToLabel,
  mapRules: () => ReadonlyMap<string, readonly string[]>,
): LabelLists {
  switch (groupBy) {
    case 'agent':
      return listByAgent(facts, toLabel);
    case 'channel': {
      const [inPublic, inDms] = [toLabel(['public']), toLabel(['dm'])];
      const list = Int32Array.from({ length: FLAGS_END }, (_, flags) =>
        (flags & DM) === 0 ? inPublic : inDms,
      );
      return { column: 'flags', listOf: () => list };
    }
    case 'tag':
      return listByConversation(facts, ({ tagSets, conversations }) =>
        pick(
          conversations.tagSet,
          tagSets.values.map((tags) => toLabel(orNone(tags))),
        ),
      );
    case 'language':
      return listByConversation(facts, ({ languages, conversations }) =>
        pick(
          conversations.language,
          languages.values.map((language) => toLabel([language])),
        ),
      );
    case 'rule': {
      const rules = mapRules();
      return listByConversation(facts, (table) => listByRules(table, rules, toLabel));
    }
  }
}

const noAgents: readonly number[] = [codeOf.opened, codeOf.reopened, codeOf.received];

function listByAgent(facts: WorkFacts, toLabel: ToLabel): LabelLists {
  // Nobody opens a conversation or receives a message.
  const nowhere = toLabel([]);
  const lists = new Map(
    facts.map(({ table: { agents }, table }) => {
      const list = Int32Array.from(agents.values, (agent) => toLabel([agent]));
      return [table, { list, none: list.map(() => nowhere) }] as const;
    }),
  );
  return {
    column: 'agent',
    listOf: (table, code) => lists.get(table)?.[noAgents.includes(code) ? 'none' : 'list'],
  };
}

function listByConversation(facts: WorkFacts, toList: (table: FactTable) => Int32Array): LabelLists {
  const lists = new Map(facts.map(({ table }) => [table, toList(table)]));
  return { column: 'conversation', listOf: (table) => lists.get(table) };
}

/** The values at some places. */
function pick(places: readonly number[], values: readonly number[]): Int32Array {
  const picked = new Int32Array(places.length);
  for (let n = 0; n < picked.length; n += 1) picked[n] = values[places[n] ?? 0] ?? 0;
  return picked;
}

function listByRules(
  { conversations, places }: FactTable,
  rules: ReadonlyMap<string, readonly string[]>,
  toLabel: ToLabel,
): Int32Array {
  const list = new Int32Array(conversations.ids.length).fill(toLabel(noGroup));
  for (const [id, ran] of rules) {
    const place = places.get(id);
    if (place !== undefined) list[place] = toLabel(orNone(ran));
  }
  return list;
}

const noGroup: readonly Key[] = [null];
const orNone = (keys: readonly Key[]): readonly Key[] => (keys.length === 0 ? noGroup : keys);
