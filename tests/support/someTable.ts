import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectTable } from '#engine/archive/table/inspectTable.ts';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import type { TableInspection, TableMapping } from '#shared/domain/messageTable.ts';
import { openImports } from './openImports.ts';

/** Rows of a table as CSV, with quotes where they are needed. */
export const toTable = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows
    .map((cells) =>
      cells
        .map((cell) =>
          /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join('\r\n');

/** A store that imports tables, until the test ends. */
export function openTables() {
  const opened = openImports();
  const { ctx, imports } = opened;
  const write = (content: string | Buffer, name = 'messages.csv'): string => {
    const file = join(ctx.dataDir, name);
    writeFileSync(file, content);
    return file;
  };
  return {
    ...opened,
    writeTable: write,
    inspect: async (path: string, mapping?: TableMapping): Promise<TableInspection> => {
      const inspected = await inspectTable(ctx, { path, mapping });
      if (!inspected.ok) throw new Error(`It cannot be inspected: ${JSON.stringify(inspected.error)}`);
      return inspected.value;
    },
    importTable: async (content: string, change: Partial<TableMapping> = {}): Promise<ArchiveImport> => {
      const file = write(content);
      const inspected = await inspectTable(ctx, { path: file });
      if (!inspected.ok) throw new Error(`It cannot be inspected: ${JSON.stringify(inspected.error)}`);
      const done = await imports.start(file, { ...inspected.value.mapping, ...change });
      if (!done.ok) throw new Error(`The import failed: ${JSON.stringify(done.error)}`);
      return done.value;
    },
  };
}
