import type { WorkPeriod } from '../store/workHistories.ts';
import { codeOf, SPAN_ROWS, type Span } from './factSpan.ts';
import type { FactTable } from './factTable.ts';
import type { WorkFacts } from './workFacts.ts';

type Period = Pick<WorkPeriod, 'from' | 'to'>;

/**
 * Visits the rows of a figure, by its code, whose times are in a period: some rows of a span at a time. Go over them by index, as
 * `for...of` takes four times as long.
 */
export function forEachRows(
  facts: WorkFacts,
  code: number,
  period: Period,
  visit: (span: Span, rows: Int32Array, table: FactTable) => void,
  listAll = listEvery,
): void {
  const found = new Int32Array(SPAN_ROWS);
  for (const { table, isLeftOut } of facts) {
    for (const span of table.spans[code] ?? []) {
      const isComplete = isLeftOut === null && isWithin(span, period);
      const rows = isComplete ? listAll(span) : found.subarray(0, findRows(span, period, isLeftOut, found));
      if (rows.length > 0) visit(span, rows, table);
    }
  }
}

/** Whether all rows of a span count, and are in a period. */
const isWithin = ({ left, earliest, latest }: Span, { from, to }: Period) =>
  left === 0 && earliest >= from && latest < to;

const everyRow = Int32Array.from({ length: SPAN_ROWS }, (_, row) => row);
const listEvery = ({ count }: Span): Int32Array => everyRow.subarray(0, count);

/** Puts the rows in a period into `found`. Returns how many there are. */
function findRows(
  { at, conversation, count, earliest, latest }: Span,
  { from, to }: Period,
  isLeftOut: Uint8Array | null,
  found: Int32Array,
): number {
  let rows = 0;
  if (latest < from || earliest >= to) return rows;
  for (let row = 0; row < count; row += 1) {
    const time = at[row] ?? Number.NaN;
    // What does not count any more is in no period.
    if (!(time >= from && time < to)) continue;
    if (isLeftOut !== null && isLeftOut[conversation[row] ?? 0] === 1) continue;
    found[rows] = row;
    rows += 1;
  }
  return rows;
}

/** How many conversations are in the backlog, or only those in which a person waits. */
export type Backlog = 'unresolved' | 'waiting';

/** What puts a conversation into the backlog, and what takes it out. */
export const changesOf = {
  unresolved: { enters: codeOf.unresolved, leaves: codeOf.notUnresolved },
  waiting: { enters: codeOf.waiting, leaves: codeOf.notWaiting },
} as const satisfies Record<Backlog, unknown>;

/** How many conversations are in the backlog just before a time. */
export function countBacklog(facts: WorkFacts, backlog: Backlog, before: number): number {
  const { enters, leaves } = changesOf[backlog];
  return countBefore(facts, enters, before) - countBefore(facts, leaves, before);
}

function countBefore(facts: WorkFacts, code: number, to: number): number {
  let count = 0;
  forEachRows(facts, code, { from: Number.NEGATIVE_INFINITY, to }, (_, rows) => {
    count += rows.length;
  });
  return count;
}

/** The ids of the conversations that are in the backlog just before a time. */
export function listBacklog(facts: WorkFacts, backlog: Backlog, before: number): string[] {
  return facts.flatMap((part) => {
    const { ids } = part.table.conversations;
    const times = new Int32Array(ids.length);
    const add = (code: number, by: 1 | -1) =>
      forEachRows([part], code, { from: Number.NEGATIVE_INFINITY, to: before }, ({ conversation }, rows) => {
        for (let n = 0; n < rows.length; n += 1) {
          const place = conversation[rows[n] ?? 0] ?? 0;
          times[place] = (times[place] ?? 0) + by;
        }
      });
    add(changesOf[backlog].enters, 1);
    add(changesOf[backlog].leaves, -1);
    return ids.filter((id, place): id is string => id !== null && times[place] === 1);
  });
}
