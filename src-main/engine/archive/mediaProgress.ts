import { inTransaction } from '../store/sql.ts';
import { type ArchiveRun, saveImport } from './importRun.ts';

/** How far the media of an archive are. */
export interface MediaProgress {
  /** So many bytes more of the file that is being unpacked are written. */
  readonly add: (bytes: number) => void;
  /** The file is over, whatever became of it, and had so many bytes. */
  readonly endFile: (bytes: number) => void;
}

/** The window shows what is stored, and one file can have hundreds of megabytes: after so many it is stored how far they are. */
const SAVE_BYTES = 4 * 1024 * 1024;

/** Has the progress of an import be that of its media from now on, of which there are so many bytes. */
export function beginMedia(run: ArchiveRun, of: number): MediaProgress {
  let ended = 0;
  let unpacked = 0;
  const save = (bytes: number) =>
    inTransaction(run.ctx.db, () =>
      saveImport(run, { counts: { ...run.current.counts, step: 'media', bytes, of } }),
    );
  const saveSome = () => {
    const bytes = Math.min(ended + unpacked, of);
    if (bytes - run.current.counts.bytes < SAVE_BYTES) return;
    save(bytes);
    run.onProgress(run.current);
  };
  if (of > 0) save(0);
  return {
    add: (bytes) => {
      unpacked += bytes;
      saveSome();
    },
    endFile: (bytes) => {
      ended += bytes;
      unpacked = 0;
      saveSome();
    },
  };
}
