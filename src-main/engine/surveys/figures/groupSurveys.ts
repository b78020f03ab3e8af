import { ResponseTimeBand, type SurveyGrouping } from '#shared/domain/surveyReport.ts';
import type { Db } from '../../store/open.ts';
import {
  getSpanOf,
  mapGroupNames,
  type Score,
  type SurveyPeriod,
  type SurveyTally,
  tallySpans,
  tallySurveys,
} from '../../store/surveyTallies.ts';
import { getOfficeTime, listSpans } from './localPeriods.ts';

/** How many surveys have each score; null for those without. */
export type Scores = ReadonlyMap<Score, number>;

/** One group of surveys. */
export interface Group {
  /** See `SurveyGrouping`; null for none. */
  readonly key: string | null;
  readonly label: string | null;
  readonly scores: Scores;
}

/** The surveys of a period together, and in groups in the order in which they are shown. */
export interface Grouped {
  readonly all: Scores;
  readonly groups: readonly Group[];
}

/** Counts the surveys of a period. */
export function countSurveys(db: Db, period: SurveyPeriod): Scores {
  return addUp(tallySpans(db, period, [[period.from, period.to, '']]));
}

/** Groups the surveys of a period. */
export function groupSurveys(db: Db, period: SurveyPeriod, grouping: SurveyGrouping): Grouped {
  if (grouping === 'day' || grouping === 'week' || grouping === 'month') {
    const span = getSpanOf(db, period);
    const spans = span ? listSpans(getOfficeTime(db), grouping, span.first, span.last) : [];
    const tallies = tallySpans(db, period, spans);
    return { all: addUp(tallies), groups: toGroups(tallies, () => new Map(), byKey) };
  }
  const tallies = tallySurveys(db, period, grouping);
  const order = grouping === 'responseTime' ? byBand : bySent;
  return {
    all: addUp(tallies),
    groups: toGroups(tallies, (keys) => mapGroupNames(db, grouping, keys), order),
  };
}

function toGroups(
  tallies: readonly SurveyTally[],
  toNames: (keys: readonly (string | null)[]) => ReadonlyMap<string | null, string>,
  order: Order,
): Group[] {
  const byKey = new Map<string | null, Map<Score, number>>();
  for (const tally of tallies) {
    for (const key of tally.keys) {
      const scores = byKey.get(key) ?? new Map<Score, number>();
      add(scores, tally);
      byKey.set(key, scores);
    }
  }
  const names = toNames([...byKey.keys()]);
  return [...byKey].map(([key, scores]) => ({ key, label: names.get(key) ?? null, scores })).toSorted(order);
}

function addUp(tallies: readonly SurveyTally[]): Scores {
  const sum = new Map<Score, number>();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

function add(sum: Map<Score, number>, { scores, weight }: SurveyTally): void {
  for (const score of scores) sum.set(score, (sum.get(score) ?? 0) + weight);
}

/** How many surveys these are, answered or not. */
export const countSent = (scores: Scores): number =>
  [...scores.values()].reduce((sum, count) => sum + count, 0);

type Order = (a: Group, b: Group) => number;

const noneLast: Order = (a, b) => Number(a.key === null) - Number(b.key === null);
const byKey: Order = (a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
const bySent: Order = (a, b) => noneLast(a, b) || countSent(b.scores) - countSent(a.scores) || byKey(a, b);
const ranks: ReadonlyMap<string | null, number> = new Map(
  ResponseTimeBand.options.map((band, rank) => [band, rank]),
);
const byBand: Order = (a, b) => noneLast(a, b) || (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0);
