import { putImport, type StoredImport } from '../store/archiveImports.ts';
import type { Archive } from './openArchive.ts';
import type { StoreContext } from './storeArchived.ts';

/** An import that is under way. */
export interface ImportRun {
  readonly ctx: StoreContext;
  readonly accountId: string;
  readonly signal: AbortSignal;
  /** The import as it was stored last. */
  current: StoredImport;
  readonly onProgress: (current: StoredImport) => void;
}

/** The import of an archive of X. */
export interface ArchiveRun extends ImportRun {
  readonly archive: Archive;
}

/** Stores how far an import is; call it within a transaction. */
export function saveImport(run: ImportRun, changed: Partial<StoredImport>): void {
  run.current = { ...run.current, ...changed };
  putImport(run.ctx.db, run.current);
}

/** The unpacked bytes of the parts before this one. */
export const bytesBefore = ({ parts }: Archive, index: number): number =>
  parts.slice(0, index).reduce((sum, { bytes }) => sum + bytes, 0);
