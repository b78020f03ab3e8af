import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createArchiveImports } from '#engine/archive/archiveImports.ts';
import type { Db } from '#engine/store/open.ts';
import { all } from '#engine/store/sql.ts';
import type { ArchiveImport } from '#shared/domain/archiveImport.ts';
import { testEngine } from './testEngine.ts';
import { writeZip, type ZipFile } from './writeZip.ts';

/** A store that imports archives, until the test ends. */
export function openImports() {
  const engine = testEngine();
  const { ctx, events } = engine;
  const imports = createArchiveImports(ctx);
  onTestFinished(imports.stop);
  const write = (files: readonly ZipFile[], name = 'archive.zip') => writeZip(join(ctx.dataDir, name), files);
  return {
    ...engine,
    db: ctx.db,
    imports,
    write,
    /** Imports an archive with these files, which must succeed. */
    run: async (files: readonly ZipFile[], name?: string): Promise<ArchiveImport> => {
      const done = await imports.start(write(files, name));
      if (!done.ok) throw new Error(`The import failed: ${JSON.stringify(done.error)}`);
      return done.value;
    },
    /** Resolves once an import has read something. */
    untilBegun: async () => {
      const isBegun = () =>
        events.some(({ name, params }) => name === 'archive.progress' && params.items > 0);
      while (!isBegun()) await new Promise(setImmediate);
    },
  };
}

/** Columns of all messages. */
export const stored = (db: Db, columns: string) =>
  all(db, `SELECT ${columns} FROM messages ORDER BY kind, x_id`);

/** How often something was skipped for each reason. */
export const counted = (skipped: ArchiveImport['skipped']) =>
  Object.fromEntries(skipped.map(({ reason, count }) => [reason, count]));
