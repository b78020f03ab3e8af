import { z } from 'zod';
import { type ArchiveImport, ArchiveImportState, ImportStep, Skipped } from '#shared/domain/archiveImport.ts';
import { TableMapping } from '#shared/domain/messageTable.ts';
import { AppError } from '#shared/errors.ts';
import { withoutUndefined } from '#shared/withoutUndefined.ts';
import { deleteUnusedGroupNames } from './groupNames.ts';
import { parseColumn, toRowError } from './jsonColumn.ts';
import type { Db } from './open.ts';
import { get, run } from './sql.ts';
import { endWaitingForImport } from './threading.ts';

/** What an import has read, stored and skipped so far. */
const ImportCounts = z.object({
  items: z.number(),
  bytes: z.number(),
  of: z.number(),
  step: ImportStep.default('texts'),
  posts: z.number(),
  dms: z.number(),
  people: z.number(),
  /** Pictures and videos of private messages that the archive should have. */
  mediaFiles: z.number().default(0),
  /** Long texts that were given to their posts. */
  longTexts: z.number(),
  skipped: z.array(Skipped),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** Those of an import that has read nothing. */
export const noCounts: ImportCounts = {
  items: 0,
  bytes: 0,
  of: 0,
  step: 'texts',
  posts: 0,
  dms: 0,
  people: 0,
  mediaFiles: 0,
  longTexts: 0,
  skipped: [],
};

/** An import as it is stored. */
export interface StoredImport {
  readonly id: string;
  readonly file: string;
  readonly fileBytes: number;
  readonly fileModifiedAt: number;
  readonly state: ArchiveImportState;
  /** Where it goes on: in which part, and after how many of its items. */
  readonly part: number;
  readonly item: number;
  readonly counts: ImportCounts;
  /** How the columns of a table are read; null for an archive of X. */
  readonly mapping: TableMapping | null;
  readonly error: AppError | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

type ImportRow = Omit<StoredImport, 'counts' | 'error' | 'mapping'> & {
  readonly progress: string;
  readonly mapping: string | null;
  readonly error: string | null;
};

/** The import that was started last, null if there was none. */
export function getLastImport(db: Db): StoredImport | null {
  const text = `SELECT id, file, file_bytes AS fileBytes, file_modified_at AS fileModifiedAt, state, part, item, progress, error, mapping,
    started_at AS startedAt, ended_at AS endedAt FROM archive_imports ORDER BY id DESC LIMIT 1`;
  const row = get<ImportRow>(db, text);
  if (!row) return null;
  const { progress, error, mapping, ...rest } = row;
  return {
    ...rest,
    state: ArchiveImportState.parse(row.state),
    counts: parseColumn(ImportCounts, progress, noCounts),
    mapping: mapping === null ? null : parseColumn(TableMapping, mapping, null),
    error: error === null ? null : parseColumn(AppError, error, toRowError('archive_imports.error')),
  };
}

/**
 * Inserts an import, or updates how far it is. Once it has ended or is paused nothing waits for it, and once it has ended no group has a name of
 * which no message came.
 */
export function putImport(db: Db, one: StoredImport): void {
  const text = `INSERT INTO archive_imports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET state = excluded.state, part = excluded.part, item = excluded.item,
      progress = excluded.progress, error = excluded.error, ended_at = excluded.ended_at`;
  const { id, file, fileBytes, fileModifiedAt, state, part, item, counts, error, startedAt, endedAt } = one;
  const progress = JSON.stringify(counts);
  const failure = error === null ? null : JSON.stringify(error);
  const mapping = one.mapping === null ? null : JSON.stringify(one.mapping);
  run(
    db,
    text,
    id,
    file,
    fileBytes,
    fileModifiedAt,
    state,
    part,
    item,
    progress,
    failure,
    startedAt,
    endedAt,
    mapping,
  );
  if (state !== 'running') endWaitingForImport(db);
  if (endedAt !== null) deleteUnusedGroupNames(db);
}

/** An import as the contract shows it. */
export function toArchiveImport({
  id,
  file,
  state,
  counts,
  error,
  startedAt,
  endedAt,
}: StoredImport): ArchiveImport {
  const { longTexts: _, mediaFiles: __, ...shown } = counts;
  return {
    id,
    file,
    state,
    ...shown,
    startedAt,
    endedAt,
    ...withoutUndefined({ error: error ?? undefined }),
  };
}
