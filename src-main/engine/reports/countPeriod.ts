import type { LocalTime } from '#shared/domain/localTime.ts';
import type { PeriodUnit } from '#shared/domain/surveyReport.ts';
import type { HeatMap, WorkStep } from '#shared/domain/workReport.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/time.ts';
import type { Db } from '../store/open.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import { getOfficeTime, listSpans } from '../surveys/figures/localPeriods.ts';
import { changeOf, codeOf } from './factTable.ts';
import { forEachBacklogChange, forEachFact } from './forEachFact.ts';
import type { WorkFacts } from './workFacts.ts';
import { addToTally, createTally, type Tally } from './workFigures.ts';

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

/** The facts of a period, by the quarters of an hour and in all. */
export interface CountedPeriod {
  readonly tally: Tally;
  readonly quarters: Quarters;
}

export function countPeriod(facts: WorkFacts, period: WorkPeriod): CountedPeriod {
  const tally = createTally();
  const quarters = createQuarters(facts, period);
  const { start, opened, received, replies, resolved } = quarters;
  const counts = new Map([
    [codeOf.opened, opened],
    [codeOf.received, received],
    [codeOf.replies, replies],
    [codeOf.resolved, resolved],
  ]);
  const byCode = Array.from({ length: codeOf.resolved + 1 }, (_, code) => counts.get(code) ?? null);
  forEachFact(facts, period, (table, row) => {
    addToTally(tally, table, row);
    const count = byCode[table.columns.figure[row] ?? 0];
    if (count) add(count, Math.floor(((table.columns.at[row] ?? 0) - start) / QUARTER_MS), 1);
  });
  const until = endOf(period);
  const before = forEachBacklogChange(facts, { from: start, until }, (code, at) => {
    const quarter = Math.max(0, Math.floor((at - start) / QUARTER_MS));
    const change = changeOf(code);
    if (change) add(quarters[change.of], quarter, change.by);
  });
  add(quarters.unresolved, 0, before.unresolved);
  add(quarters.waiting, 0, before.waiting);
  return { tally, quarters };
}

/** The facts of a period in all. */
export function tallyPeriod(facts: WorkFacts, period: Pick<WorkPeriod, 'from' | 'to'>): Tally {
  const tally = createTally();
  forEachFact(facts, period, (table, row) => addToTally(tally, table, row));
  return tally;
}

function createQuarters(facts: WorkFacts, { from, to }: WorkPeriod): Quarters {
  const first = Math.max(from, Math.min(to, ...facts.map(({ table }) => table.earliest)));
  const latest = Math.max(...facts.map(({ table }) => table.latest));
  const last = Math.max(first, Math.min(to, latest));
  const start = Math.floor(first / QUARTER_MS) * QUARTER_MS;
  const length = Math.floor((last - start) / QUARTER_MS) + 1;
  const none = () => new Int32Array(length);
  const volume = { opened: none(), received: none(), replies: none(), resolved: none() };
  return { start, ...volume, unresolved: none(), waiting: none() };
}

const add = (counts: Int32Array, quarter: number, n: number) => {
  counts[quarter] = (counts[quarter] ?? 0) + n;
};

const listSteps = (db: Db, period: WorkPeriod, step: PeriodUnit) => {
  const until = endOf(period);
  return until > period.from ? listSpans(getOfficeTime(db), step, period.from, until - 1) : [];
};

/** The steps of a period in order, until the end of what is known. */
export function toSteps(
  db: Db,
  { quarters }: CountedPeriod,
  period: WorkPeriod,
  step: PeriodUnit,
): WorkStep[] {
  let [unresolved, waiting] = [0, 0];
  return listSteps(db, period, step).map(([from, to, key]) => {
    unresolved += sumOf(quarters, 'unresolved', from, to);
    waiting += sumOf(quarters, 'waiting', from, to);
    const volumeOf = (figure: 'opened' | 'received' | 'replies' | 'resolved') =>
      sumOf(quarters, figure, from, to);
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

/** The facts of each step of a period. */
export function tallySteps(db: Db, facts: WorkFacts, period: WorkPeriod, step: PeriodUnit): Tally[] {
  const spans = listSteps(db, period, step);
  const tallies = spans.map(createTally);
  const ends = Float64Array.from(spans, ([, to]) => to);
  forEachFact(facts, period, (table, row) => {
    const tally = tallies[placeAfter(ends, table.columns.at[row] ?? 0)];
    if (tally) addToTally(tally, table, row);
  });
  return tallies;
}

/** The place of the first of some times in order that is after `at`; their number for none. */
function placeAfter(times: Float64Array, at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumOf(quarters: Quarters, name: Exclude<keyof Quarters, 'start'>, from: number, to: number): number {
  const counts = quarters[name];
  const toPlace = (at: number) =>
    Math.min(counts.length, Math.max(0, Math.round((at - quarters.start) / QUARTER_MS)));
  const end = toPlace(to);
  let sum = 0;
  for (let quarter = toPlace(from); quarter < end; quarter += 1) sum += counts[quarter] ?? 0;
  return sum;
}

/** When something happened, by the clocks of the office. */
export function toHeatMap(local: LocalTime, { start }: Quarters, counts: Int32Array): HeatMap {
  const rows = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const toClock = createDayClock(local);
  for (let quarter = 0; quarter < counts.length; quarter += 1) {
    const count = counts[quarter] ?? 0;
    if (count === 0) continue;
    const shown = toClock(start + quarter * QUARTER_MS);
    // 1970-01-01 was a Thursday.
    const row = rows[(Math.floor(shown / DAY_MS) + 3) % 7];
    const hour = Math.floor((shown % DAY_MS) / HOUR_MS);
    if (row) row[hour] = (row[hour] ?? 0) + count;
  }
  return rows;
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
