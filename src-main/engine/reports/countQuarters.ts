import type { LocalTime } from '#shared/domain/localTime.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { HeatMap, WorkStep } from '#shared/domain/workReport.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { getOfficeTime, listSpans } from '../surveys/figures/localPeriods.ts';
import { codeOf } from './factSpan.ts';
import { type Backlog, changesOf, countBacklog, forEachRows } from './forEachRows.ts';
import type { Labels } from './labels.ts';
import type { WorkFacts } from './workFacts.ts';

/** The end of what a period knows, exclusive. */
export const endOf = ({ to, asKnownOn }: WorkPeriod): number => Math.min(to, asKnownOn + 1);

/** All clocks of the years of X differ from UTC by a multiple of it, so that it is of one hour and one day of each. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Counts by the quarter of an hour, from `start` on. */
interface Quarters {
  readonly start: number;
  readonly opened: Int32Array;
  readonly received: Int32Array;
  readonly replies: Int32Array;
  readonly resolved: Int32Array;
  /** How many conversations more or fewer are in the backlog at the end of a quarter; the first has all from before. */
  readonly unresolved: Int32Array;
  readonly waiting: Int32Array;
}

/** Counts what happened in a period. */
export function countQuarters(facts: WorkFacts, period: WorkPeriod): Quarters {
  const { start, length } = toRange(facts, period);
  const volumeOf = (figure: Volume) => {
    const counts = new Int32Array(length);
    addQuarters(counts, facts, { code: codeOf[figure], start, period, by: 1 });
    return counts;
  };
  const backlogOf = (backlog: Backlog) => {
    const counts = new Int32Array(length);
    const { enters, leaves } = changesOf[backlog];
    const known = { start, period: { from: start, to: endOf(period) } };
    addQuarters(counts, facts, { ...known, code: enters, by: 1 });
    addQuarters(counts, facts, { ...known, code: leaves, by: -1 });
    counts[0] = (counts[0] ?? 0) + countBacklog(facts, backlog, Math.min(start, endOf(period)));
    return counts;
  };
  return {
    start,
    opened: volumeOf('opened'),
    received: volumeOf('received'),
    replies: volumeOf('replies'),
    resolved: volumeOf('resolved'),
    unresolved: backlogOf('unresolved'),
    waiting: backlogOf('waiting'),
  };
}

type Volume = 'opened' | 'received' | 'replies' | 'resolved';

/** The quarters of a period of which there can be facts. */
function toRange(
  facts: WorkFacts,
  { from, to }: WorkPeriod,
): { readonly start: number; readonly length: number } {
  const first = Math.max(from, Math.min(to, ...facts.map(({ table }) => table.earliest)));
  const latest = Math.max(...facts.map(({ table }) => table.latest));
  const last = Math.max(first, Math.min(to, latest));
  const start = Math.floor(first / QUARTER_MS) * QUARTER_MS;
  return { start, length: Math.floor((last - start) / QUARTER_MS) + 1 };
}

/** Adds `by` for each fact of a figure in a period to its quarter. */
function addQuarters(
  counts: Int32Array,
  facts: WorkFacts,
  {
    code,
    start,
    period,
    by,
  }: {
    readonly code: number;
    readonly start: number;
    readonly period: Pick<WorkPeriod, 'from' | 'to'>;
    readonly by: 1 | -1;
  },
): void {
  forEachRows(facts, code, period, ({ at }, rows) => {
    for (let n = 0; n < rows.length; n += 1) {
      const quarter = Math.floor(((at[rows[n] ?? 0] ?? 0) - start) / QUARTER_MS);
      counts[quarter] = (counts[quarter] ?? 0) + by;
    }
  });
}

const listSteps = (db: Db, period: WorkPeriod, step: PeriodUnit) => {
  const until = endOf(period);
  return until > period.from ? listSpans(getOfficeTime(db), step, period.from, until - 1) : [];
};

/** The steps of a period in order, until the end of what is known. */
export function toSteps(db: Db, quarters: Quarters, period: WorkPeriod, step: PeriodUnit): WorkStep[] {
  let [unresolved, waiting] = [0, 0];
  return listSteps(db, period, step).map(([from, to, key]) => {
    unresolved += sumOf(quarters, 'unresolved', from, to);
    waiting += sumOf(quarters, 'waiting', from, to);
    const volumeOf = (figure: Volume) => sumOf(quarters, figure, from, to);
    return {
      key,
      opened: volumeOf('opened'),
      received: volumeOf('received'),
      replies: volumeOf('replies'),
      resolved: volumeOf('resolved'),
      unresolved,
      waiting,
    };
  });
}

/** A label for each step of a period, from 0; another one for what is after the end of what is known. */
export function labelSteps(db: Db, facts: WorkFacts, period: WorkPeriod, step: PeriodUnit): Labels {
  const spans = listSteps(db, period, step);
  const { start, length } = toRange(facts, period);
  const ofQuarters = new Int32Array(length).fill(spans.length);
  for (const [label, [from, to]] of spans.entries())
    ofQuarters.fill(label, toPlace(start, length, from), toPlace(start, length, to));
  return {
    count: spans.length + 1,
    write: (labels, { span, rows }) => {
      for (let n = 0; n < rows.length; n += 1) {
        const quarter = Math.floor(((span.at[rows[n] ?? 0] ?? 0) - start) / QUARTER_MS);
        labels[n] = ofQuarters[quarter] ?? spans.length;
      }
    },
  };
}

function sumOf(quarters: Quarters, name: Exclude<keyof Quarters, 'start'>, from: number, to: number): number {
  const { start, [name]: counts } = quarters;
  const end = toPlace(start, counts.length, to);
  let sum = 0;
  for (let quarter = toPlace(start, counts.length, from); quarter < end; quarter += 1)
    sum += counts[quarter] ?? 0;
  return sum;
}

/** The quarter that begins at a time, of so many from `start` on. */
const toPlace = (start: number, length: number, at: number) =>
  Math.min(length, Math.max(0, Math.round((at - start) / QUARTER_MS)));

/** When something happened, by the clocks of the office. */
export function toHeatMap(local: LocalTime, { start }: Quarters, counts: Int32Array): HeatMap {
  const hours = new Int32Array(7 * 24);
  const toClock = createDayClock(local);
  for (let quarter = 0; quarter < counts.length; quarter += 1) {
    const count = counts[quarter] ?? 0;
    if (count === 0) continue;
    // 1970-01-01 was a Thursday.
    const hour = (Math.floor(toClock(start + quarter * QUARTER_MS) / HOUR_MS) + 3 * 24) % hours.length;
    hours[hour] = (hours[hour] ?? 0) + count;
  }
  return Array.from({ length: 7 }, (_, day) => [...hours.subarray(day * 24, (day + 1) * 24)]);
}

/** What clocks show, looked up once for each day of UTC at whose ends they are as far from UTC. For times in order. */
function createDayClock({ toLocal }: LocalTime): (at: number) => number {
  let day = Number.NaN;
  let shift: number | null = null;
  return (at) => {
    const found = Math.floor(at / DAY_MS);
    if (found !== day) {
      day = found;
      const [first, last] = [day * DAY_MS, (day + 1) * DAY_MS - QUARTER_MS];
      shift = toLocal(first) - first === toLocal(last) - last ? toLocal(first) - first : null;
    }
    return shift === null ? toLocal(at) : at + shift;
  };
}
