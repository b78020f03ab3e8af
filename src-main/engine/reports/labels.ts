import type { Span } from './factSpan.ts';
import type { FactTable } from './factTable.ts';

/** Rows of a span with facts of one figure, by its code. */
interface Rows {
  readonly table: FactTable;
  readonly code: number;
  readonly span: Span;
  readonly rows: Int32Array;
}

/** What tells facts apart: each has one label, a number from 0. */
export interface Labels {
  /** They are below it. */
  readonly count: number;
  /** Puts the label of each of some rows into `labels`. */
  readonly write: (labels: Int32Array, of: Rows) => void;
}

/** One label for all facts. */
export const oneLabel: Labels = { count: 1, write: (labels) => labels.fill(0) };

/** A label for each value of a column. */
export interface LabelLists {
  readonly column: 'agent' | 'conversation' | 'flags';
  readonly listOf: (table: FactTable, code: number) => Int32Array | undefined;
}

/** Labels of what a column has. */
export const createLabels = (count: number, { column, listOf }: LabelLists): Labels => ({
  count,
  write: (labels, { table, code, span, rows }) => {
    const list = listOf(table, code);
    if (list) writeLabels(labels, rows, span[column], list);
  },
});

function writeLabels(
  labels: Int32Array,
  rows: Int32Array,
  values: Int32Array | Uint16Array | Uint8Array,
  list: Int32Array,
): void {
  for (let n = 0; n < rows.length; n += 1) labels[n] = list[values[rows[n] ?? 0] ?? 0] ?? 0;
}
