import { createLocalTime } from '#shared/domain/localTime.ts';
import type { TypedFilter } from '#shared/domain/messageQuery.ts';
import { type SearchProblem, toSearchDay } from '#shared/domain/searchFilter.ts';
import { DAY_MS } from '#shared/time.ts';
import type { RowRange, SqlPart } from '../store/filteredMessages.ts';
import type { Db } from '../store/open.ts';
import { rowIdFloor } from '../store/rowIds.ts';
import { type FilterCondition, isUndated, toCondition, type UndatedFilter } from './toConditions.ts';

/** What the filters of a search ask of messages. */
export interface SearchPlan {
  /** Their row ids, from dates. */
  readonly range: RowRange;
  readonly conditions: readonly SqlPart[];
  /** Select conversations, all of which the messages are in. */
  readonly conversations: readonly SqlPart[];
  /** The only people in whose histories the messages can be; null for anybody. */
  readonly people: readonly string[] | null;
  readonly problems: readonly SearchProblem[];
}

/** A message has one of each of these, so several values mean that one of them is enough. */
const alternatives: readonly string[] = ['from', 'to', 'agent', 'status', 'priority', 'kind', 'lang'];

/** Reads filters; dates begin when the day begins here. What nobody has selects nothing. */
export function planSearch(db: Db, filters: readonly TypedFilter[], now: number): SearchPlan {
  const read = filters.filter(isUndated).map(({ filter, isExcluded }) => {
    const found = toCondition(db, filter);
    return { filter, isExcluded, found, condition: 'reason' in found ? nothing : found.condition };
  });
  const known = read.flatMap(({ found, isExcluded }) => ('reason' in found || isExcluded ? [] : found));
  const wanted = read.filter(({ isExcluded }) => !isExcluded);
  return {
    range: toRange(filters, now),
    conditions: [
      ...toGroups(wanted).map(toAny),
      ...read.filter(({ isExcluded }) => isExcluded).map(({ condition }) => toNone(condition)),
    ],
    conversations: known.flatMap(({ conversations }) => conversations ?? []),
    people: toPeople(known, wanted),
    problems: read.flatMap(({ found }) => ('reason' in found ? found : [])),
  };
}

const nothing: SqlPart = { text: 'false', values: [] };

interface Wanted {
  readonly filter: UndatedFilter;
  readonly condition: SqlPart;
}

function toGroups(wanted: readonly Wanted[]): SqlPart[][] {
  const groups = new Map<string, SqlPart[]>();
  wanted.forEach(({ filter: { operator }, condition }, n) => {
    const key = alternatives.includes(operator) ? operator : `${operator} ${n}`;
    groups.set(key, [...(groups.get(key) ?? []), condition]);
  });
  return [...groups.values()];
}

const toAny = (group: readonly SqlPart[]): SqlPart => ({
  text: `(${group.map(({ text }) => `(${text})`).join(' OR ')})`,
  values: group.flatMap(({ values }) => values),
});

// A message without a conversation has no status, for example: it is not the one that is excluded.
const toNone = ({ text, values }: SqlPart): SqlPart => ({ text: `NOT coalesce((${text}), 0)`, values });

/** The people of a group of alternatives count only if each of them names one. */
function toPeople(known: readonly FilterCondition[], wanted: readonly Wanted[]): string[] | null {
  const naming = wanted.filter(({ filter }) => filter.operator === 'from' || filter.operator === 'to');
  const people = known.flatMap(({ person }) => person ?? []);
  return naming.length > 0 && people.length === naming.length ? people : null;
}

const everything: RowRange = { from: 0, before: Number.MAX_SAFE_INTEGER };

function toRange(filters: readonly TypedFilter[], now: number): RowRange {
  // Most searches have no date, and a time zone is slow to open.
  if (filters.every(isUndated)) return everything;
  const local = createLocalTime();
  const today = Math.floor(local.toLocal(now) / DAY_MS);
  let range = everything;
  for (const { filter, isExcluded } of filters) {
    if (filter.operator !== 'before' && filter.operator !== 'after') continue;
    // Nothing is older than X.
    const day = Math.max(0, toSearchDay(filter.date, today));
    const edge = rowIdFloor(local.toInstant(day * DAY_MS, day));
    const isBefore = (filter.operator === 'before') !== isExcluded;
    range = isBefore
      ? { ...range, before: Math.min(range.before, edge) }
      : { ...range, from: Math.max(range.from, edge) };
  }
  return range;
}
