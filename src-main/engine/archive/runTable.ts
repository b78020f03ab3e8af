import { setImmediate } from 'node:timers/promises';
import type { TableMapping } from '#shared/domain/messageTable.ts';
import { inTransaction } from '../store/sql.ts';
import { Batch } from './batch.ts';
import { type ImportRun, saveImport } from './importRun.ts';
import { threadRest } from './storeArchived.ts';
import { createReading, findCustomers } from './table/createReading.ts';
import type { Table } from './table/openTable.ts';
import { readRows } from './table/readRows.ts';
import { type RowReading, toTableMessage } from './table/toTableMessage.ts';

/** The import of a table of messages. */
export interface TableRun extends ImportRun {
  readonly table: Table;
  readonly mapping: TableMapping;
  readonly reading: Parameters<typeof createReading>[0];
}

/**
 * Imports what is left of a table. After each batch its position is stored together with what it brought. Returns whether it came to the
 * end, or was stopped by the signal before.
 */
export async function runTable(run: TableRun): Promise<boolean> {
  const { table, mapping, signal, ctx } = run;
  const customers =
    mapping.columns.conversation === undefined
      ? undefined
      : await findCustomers(table, createReading(run.reading, table, mapping), signal);
  if (signal.aborted) return false;
  if (!(await readAll(run, createReading(run.reading, table, mapping, customers)))) return false;
  await threadRest(ctx, signal);
  if (signal.aborted) return false;
  inTransaction(ctx.db, () => saveImport(run, { state: 'done', endedAt: ctx.clock.now(), part: 1, item: 0 }));
  return true;
}

async function readAll(run: TableRun, reading: RowReading): Promise<boolean> {
  // All rows were stored before, and only their threading is left.
  if (run.current.part > 0) return true;
  const batch = new Batch(run, { part: 0, bytes: 0, isByPerson: false });
  let left = run.current.item + 1;
  for await (const row of readRows(run.table.file, run.table.format, { onBytes: batch.addBytes })) {
    left -= 1;
    // The header, and what was imported before.
    if (left >= 0) continue;
    batch.add('cells' in row ? toTableMessage(row.cells, reading) : row, String(row.row));
    if (!batch.isFull) continue;
    await batch.store(false);
    await setImmediate();
    if (run.signal.aborted) return false;
  }
  await batch.store(true);
  inTransaction(run.ctx.db, () => saveImport(run, { part: 1, item: 0 }));
  return true;
}
