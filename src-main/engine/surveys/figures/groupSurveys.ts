import { ResponseTimeBand, type SurveyGrouping } from '#shared/domain/surveyReport.ts';
import type { Db } from '../../store/open.ts';
import {
  getSpanOf,
  listGroupLabels,
  type SurveyPeriod,
  type SurveyTally,
  tallySpans,
  tallySurveys,
} from '../../store/surveyTallies.ts';
import { getOfficeTime, listSpans } from './localPeriods.ts';

/** One group of surveys of both scales. */
export interface Grouped {
  /** See `SurveyGrouping`; null for none. */
  readonly key: string | null;
  readonly label: string | null;
  readonly tallies: readonly SurveyTally[];
}

/** All surveys of a period. */
export const tallyAll = (db: Db, period: SurveyPeriod): SurveyTally[] => tallySurveys(db, period, null);

/** The groups of a period in the order in which they are shown. */
export function tallyBy(db: Db, period: SurveyPeriod, grouping: SurveyGrouping): Grouped[] {
  if (grouping === 'day' || grouping === 'week' || grouping === 'month') {
    const span = getSpanOf(db, period);
    if (!span) return [];
    const spans = listSpans(getOfficeTime(db), grouping, span.first, span.last);
    return toGroups(tallySpans(db, period, spans), new Map()).toSorted(byKey);
  }
  const labels = listGroupLabels(db, grouping);
  return toGroups(tallySurveys(db, period, grouping), labels).toSorted(
    grouping === 'responseTime' ? byBand : bySent,
  );
}

function toGroups(tallies: readonly SurveyTally[], labels: ReadonlyMap<string, string>): Grouped[] {
  const groups = new Map<string | null, SurveyTally[]>();
  for (const tally of tallies) {
    const group = groups.get(tally.key);
    if (group) group.push(tally);
    else groups.set(tally.key, [tally]);
  }
  return [...groups].map(([key, own]) => ({
    key,
    label: key === null ? null : (labels.get(key) ?? null),
    tallies: own,
  }));
}

type Order = (a: Grouped, b: Grouped) => number;

const countSent = ({ tallies }: Grouped) => tallies.reduce((sum, { count }) => sum + count, 0);
const noneLast: Order = (a, b) => Number(a.key === null) - Number(b.key === null);
const byKey: Order = (a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
const bySent: Order = (a, b) => noneLast(a, b) || countSent(b) - countSent(a) || byKey(a, b);
const ranks: ReadonlyMap<string | null, number> = new Map(
  ResponseTimeBand.options.map((band, rank) => [band, rank]),
);
const byBand: Order = (a, b) => noneLast(a, b) || (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0);
