import type { WorkPeriod } from '../store/workHistories.ts';
import { codeOf, conversationOf, type FactTable } from './factTable.ts';
import type { WorkFacts } from './workFacts.ts';

/** Visits each fact of a period that a figure counts, in no order. */
export function forEachFact(
  facts: WorkFacts,
  { from, to }: Pick<WorkPeriod, 'from' | 'to'>,
  visit: (table: FactTable, row: number) => void,
): void {
  for (const { table, isLeftOut } of facts) {
    const { at, figure, conversation } = table.columns;
    for (let row = 0; row < table.count; row += 1) {
      const time = at[row] ?? 0;
      if (time < from || time >= to || (figure[row] ?? 0) > codeOf.resolved) continue;
      if (isLeftOut === null || isLeftOut[conversation[row] ?? 0] === 0) visit(table, row);
    }
  }
}

/** Visits each change of the backlog before a time, also from before the period. */
export function forEachBacklogChange(
  facts: WorkFacts,
  until: number,
  visit: (code: number, at: number, table: FactTable, row: number) => void,
): void {
  for (const { table, isLeftOut } of facts) {
    const { at, figure, conversation } = table.columns;
    for (let row = 0; row < table.count; row += 1) {
      const code = figure[row] ?? 0;
      const time = at[row] ?? 0;
      if (code < codeOf.unresolved || code > codeOf.notWaiting || time >= until) continue;
      if (isLeftOut === null || isLeftOut[conversation[row] ?? 0] === 0) visit(code, time, table, row);
    }
  }
}

/** The ids of the conversations that are in the backlog at a time. */
export function listBacklogAt(facts: WorkFacts, figure: 'unresolved' | 'waiting', end: number): string[] {
  const [begins, ends] =
    figure === 'waiting' ? [codeOf.waiting, codeOf.notWaiting] : [codeOf.unresolved, codeOf.notUnresolved];
  // The changes of a conversation are in the order of time.
  const ids = new Set<string>();
  forEachBacklogChange(facts, end + 1, (code, _, table, row) => {
    const id = conversationOf(table, row)?.id ?? '';
    if (code === begins) ids.add(id);
    if (code === ends) ids.delete(id);
  });
  return [...ids];
}
