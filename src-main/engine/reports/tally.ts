import { WorkFigure } from '#shared/domain/workReport.ts';
import type { WorkPeriod } from '../store/workHistories.ts';
import {
  codeOf,
  FLAGS_END,
  FROM_LIBRARY,
  FROM_REPLY,
  MET,
  MISSED,
  rowsByTime,
  SPAN_ROWS,
  type Span,
} from './factSpan.ts';
import type { FactTable } from './factTable.ts';
import { forEachRows } from './forEachRows.ts';
import type { Labels } from './labels.ts';
import type { WorkFacts } from './workFacts.ts';

/** What is counted: the facts of a figure, or those of them whose flags under `mask` are `flags`. */
interface Counted {
  readonly of: WorkFigure;
  readonly mask: number;
  readonly flags: number;
}

const allOf = (of: WorkFigure): Counted => ({ of, mask: 0, flags: 0 });

const counted = {
  opened: allOf('opened'),
  reopened: allOf('reopened'),
  received: allOf('received'),
  replies: allOf('replies'),
  fromLibrary: { of: 'replies', mask: FROM_LIBRARY, flags: FROM_LIBRARY },
  fromReplies: { of: 'replies', mask: FROM_REPLY, flags: FROM_REPLY },
  notReused: { of: 'replies', mask: FROM_LIBRARY | FROM_REPLY, flags: 0 },
  firstReply: allOf('firstReply'),
  firstWithoutTarget: { of: 'firstReply', mask: MET | MISSED, flags: 0 },
  firstTarget: allOf('firstTarget'),
  firstMet: { of: 'firstTarget', mask: MET, flags: MET },
  nextReply: allOf('nextReply'),
  nextWithoutTarget: { of: 'nextReply', mask: MET | MISSED, flags: 0 },
  nextTarget: allOf('nextTarget'),
  nextMet: { of: 'nextTarget', mask: MET, flags: MET },
  resolved: allOf('resolved'),
} as const satisfies Readonly<Record<string, Counted>>;

export type CountName = keyof typeof counted;
const names = Object.keys(counted) as CountName[];

/** What takes time. */
export type TimedFigure = 'firstReply' | 'nextReply' | 'resolved';

/** What the facts of a period amount to, by their labels. */
export interface Tally {
  readonly counts: Readonly<Record<CountName, Int32Array>>;
  readonly times: Readonly<Record<TimedFigure, Times>>;
}

/** How long something took: those with a label are from `ends[label - 1]` to before `ends[label]`. */
interface Times {
  readonly values: Float64Array;
  readonly ends: Int32Array;
}

type Period = Pick<WorkPeriod, 'from' | 'to'>;

/** Counts the facts of a period. */
export function tallyPeriod(facts: WorkFacts, period: Period, labels: Labels): Tally {
  const counts: Partial<Record<CountName, Int32Array>> = {};
  for (const figure of WorkFigure.options) {
    const byFlags = countByFlags(facts, period, labels, codeOf[figure]);
    for (const name of names) if (counted[name].of === figure) counts[name] = addUp(byFlags, counted[name]);
  }
  const all = counts as Tally['counts'];
  const times = (figure: TimedFigure) => listTimes(facts, period, labels, figure, all[figure]);
  const [firstReply, nextReply, resolved] = [times('firstReply'), times('nextReply'), times('resolved')];
  return { counts: all, times: { firstReply, nextReply, resolved } };
}

/** How many facts of a figure there are with each label and each of the `FLAGS_END` sets of flags. */
function countByFlags(facts: WorkFacts, period: Period, labels: Labels, code: number): Int32Array {
  const counts = new Int32Array(labels.count * FLAGS_END);
  const found = new Int32Array(SPAN_ROWS);
  forEachRows(facts, code, period, (span, rows, table) => {
    labels.write(found, { table, code, span, rows });
    const { flags } = span;
    for (let n = 0; n < rows.length; n += 1) {
      const place = (found[n] ?? 0) * FLAGS_END + (flags[rows[n] ?? 0] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  });
  return counts;
}

/** How many of them are counted, by label. */
function addUp(byFlags: Int32Array, { mask, flags: wanted }: Counted): Int32Array {
  const sums = new Int32Array(byFlags.length / FLAGS_END);
  for (let label = 0; label < sums.length; label += 1) {
    let sum = 0;
    for (let flags = 0; flags < FLAGS_END; flags += 1)
      if ((flags & mask) === wanted) sum += byFlags[label * FLAGS_END + flags] ?? 0;
    sums[label] = sum;
  }
  return sums;
}

function listTimes(
  facts: WorkFacts,
  period: Period,
  labels: Labels,
  figure: TimedFigure,
  counts: Int32Array,
): Times {
  // Where the next of each label belongs, which is its end at last.
  const ends = new Int32Array(counts.length);
  for (let label = 1; label < counts.length; label += 1)
    ends[label] = (ends[label - 1] ?? 0) + (counts[label - 1] ?? 0);
  const values = new Float64Array((ends.at(-1) ?? 0) + (counts.at(-1) ?? 0));
  const found = new Int32Array(SPAN_ROWS);
  const code = codeOf[figure];
  const put = (span: Span, rows: Int32Array, table: FactTable) => {
    labels.write(found, { table, code, span, rows });
    for (let n = 0; n < rows.length; n += 1) {
      const label = found[n] ?? 0;
      const place = ends[label] ?? 0;
      values[place] = span.ms[rows[n] ?? 0] ?? 0;
      ends[label] = place + 1;
    }
  };
  // Most days have their facts in one span: so their times need no more sorting.
  forEachRows(facts, code, period, put, rowsByTime);
  return { values, ends };
}

/** All labels that a fact can have. */
export const listLabels = ({ counts }: Tally): number[] => [...counts.opened.keys()];

/** How many there are with some labels. */
export function countOf({ counts }: Tally, name: CountName, labels: readonly number[]): number {
  let count = 0;
  for (const label of labels) count += counts[name][label] ?? 0;
  return count;
}

/** How many facts there are with some labels. */
export const countFacts = (tally: Tally, labels: readonly number[]): number =>
  WorkFigure.options.reduce((sum, figure) => sum + countOf(tally, figure, labels), 0);

/** How long each of those with some labels took, in no order. */
export function timesOf({ times }: Tally, figure: TimedFigure, labels: readonly number[]): Float64Array {
  const { values, ends } = times[figure];
  const parts = labels.map((label) => values.subarray(ends[label - 1] ?? 0, ends[label]));
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    joined.set(part, from);
    from += part.length;
  }
  return joined;
}
