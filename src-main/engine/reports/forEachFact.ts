import type { WorkPeriod } from '../store/workHistories.ts';
import { changeOf, codeOf, conversationOf, type FactTable, SPAN_ROWS, type Span } from './factTable.ts';
import type { WorkFacts } from './workFacts.ts';

/** Visits each fact of a period that a figure counts, in no order. */
export function forEachFact(
  facts: WorkFacts,
  { from, to }: Pick<WorkPeriod, 'from' | 'to'>,
  visit: (table: FactTable, row: number) => void,
): void {
  const isWanted = ({ earliest, latest }: Span) => latest >= from && earliest < to;
  for (const { table, isLeftOut, first, end } of listRanges(facts, isWanted)) {
    const { at, figure, conversation } = table.columns;
    for (let row = first; row < end; row += 1) {
      const time = at[row] ?? 0;
      if (time < from || time >= to || (figure[row] ?? 0) > codeOf.resolved) continue;
      if (isLeftOut === null || isLeftOut[conversation[row] ?? 0] === 0) visit(table, row);
    }
  }
}

/** How many conversations are in the backlog, or how many more or fewer. */
export interface Backlog {
  unresolved: number;
  waiting: number;
}

/** Visits the changes of the backlog from a time until another, also some from before; returns what the others from before amount to. */
export function forEachBacklogChange(
  facts: WorkFacts,
  { from, until }: { readonly from: number; readonly until: number },
  visit: (code: number, at: number, table: FactTable, row: number) => void,
): Backlog {
  const before = { unresolved: 0, waiting: 0 };
  const isWanted = ({ earliest, latest, backlog }: Span, isComplete: boolean) => {
    if (!isComplete || latest >= Math.min(from, until)) return earliest < until;
    before.unresolved += backlog.unresolved;
    before.waiting += backlog.waiting;
    return false;
  };
  for (const { table, isLeftOut, first, end } of listRanges(facts, isWanted)) {
    const { at, figure, conversation } = table.columns;
    for (let row = first; row < end; row += 1) {
      const code = figure[row] ?? 0;
      const time = at[row] ?? 0;
      if (code < codeOf.unresolved || code > codeOf.notWaiting || time >= until) continue;
      if (isLeftOut === null || isLeftOut[conversation[row] ?? 0] === 0) visit(code, time, table, row);
    }
  }
  return before;
}

/** The wanted spans, each with its rows from `first` (inclusive) to `end` (exclusive). One `isComplete` if no row of it is left out. */
function listRanges(facts: WorkFacts, isWanted: (span: Span, isComplete: boolean) => boolean) {
  return facts.flatMap(({ table, isLeftOut }) =>
    table.spans.flatMap((span, place) => {
      if (!isWanted(span, isLeftOut === null)) return [];
      const first = place * SPAN_ROWS;
      return [{ table, isLeftOut, first, end: Math.min(table.count, first + SPAN_ROWS) }];
    }),
  );
}

/** The ids of the conversations that are in the backlog at a time. */
export function listBacklogAt(facts: WorkFacts, figure: keyof Backlog, end: number): string[] {
  // The changes of a conversation are in the order of time.
  const ids = new Set<string>();
  forEachBacklogChange(facts, { from: Number.NEGATIVE_INFINITY, until: end + 1 }, (code, _, table, row) => {
    const change = changeOf(code);
    if (change?.of !== figure) return;
    const id = conversationOf(table, row)?.id ?? '';
    if (change.by === 1) ids.add(id);
    else ids.delete(id);
  });
  return [...ids];
}
