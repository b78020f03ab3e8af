import { stat } from 'node:fs/promises';
import type { Account } from '#shared/domain/account.ts';
import { isTableFile, type TableMapping } from '#shared/domain/messageTable.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type ImportCounts, noCounts } from '../store/archiveImports.ts';
import type { Db } from '../store/open.ts';
import { getTableMapping, putTableMapping } from '../store/tableMappings.ts';
import { toFirstCounts } from './importCounts.ts';
import type { ImportRun } from './importRun.ts';
import { openArchive } from './openArchive.ts';
import { runImport } from './runImport.ts';
import { runTable } from './runTable.ts';
import { findNeeds } from './table/inspectTable.ts';
import { openTable, toHeaderKey } from './table/openTable.ts';

/** An open file that is imported: an archive of X or a table of messages. */
export interface Source {
  readonly firstCounts: ImportCounts;
  readonly mapping: TableMapping | null;
  /** Called when an import begins, in the transaction that stores it. */
  readonly begin: () => void;
  /** Imports what is left; returns whether it came to the end. */
  readonly run: (run: ImportRun) => Promise<boolean>;
  readonly close: () => void;
}

interface SourceContext {
  readonly db: Db;
  readonly account: Account;
  readonly now: number;
}

/** Opens a file, a table with this mapping, else with the remembered one. */
export async function openSource(
  ctx: SourceContext,
  file: string,
  mapping: TableMapping | undefined,
): Promise<Result<Source, AppError>> {
  return isTableFile(file) ? await openTableSource(ctx, file, mapping) : await openArchiveSource(ctx, file);
}

async function openArchiveSource(
  { account }: SourceContext,
  file: string,
): Promise<Result<Source, AppError>> {
  const opened = await openArchive(file, account);
  if (!opened.ok) return opened;
  const archive = opened.value;
  return ok({
    firstCounts: toFirstCounts(archive),
    mapping: null,
    begin: () => {},
    run: (run) => runImport(Object.assign(run, { archive })),
    close: () => archive.zip.close(),
  });
}

async function openTableSource(
  ctx: SourceContext,
  file: string,
  given: TableMapping | undefined,
): Promise<Result<Source, AppError>> {
  const opened = await openTable(file);
  if (!opened.ok) return opened;
  const table = opened.value;
  const header = toHeaderKey(table);
  const mapping = given ?? getTableMapping(ctx.db, header);
  // What a table seems to mean is shown to somebody before anything of it is stored.
  if (!mapping) return err({ code: 'tableNotUnderstood', file, needs: ['mapping'] });
  const needs = findNeeds(table, mapping);
  if (needs.length > 0) return err({ code: 'tableNotUnderstood', file, needs });
  const { size } = await stat(file);
  return ok({
    firstCounts: { ...noCounts, of: size },
    mapping,
    begin: () => putTableMapping(ctx.db, header, mapping),
    run: (run) => runTable(Object.assign(run, { table, mapping, reading: ctx })),
    close: () => {},
  });
}
