import { setImmediate } from 'node:timers/promises';
import { toImageType } from '#shared/mediaType.ts';
import { toDmMediaPath } from '../capture/dmMedia.ts';
import type { ImportCounts } from '../store/archiveImports.ts';
import { findDmPicture, putDmPicture } from '../store/dmMedia.ts';
import { writePrivateFile } from '../store/privateFiles.ts';
import { inTransaction } from '../store/sql.ts';
import { withSkipped } from './importCounts.ts';
import type { ArchiveRun } from './importRun.ts';
import { eachFile, type SmallFile } from './zip/eachFile.ts';

/** X takes pictures of 5 MB, and GIFs of 15. */
const MOST_BYTES = 16 * 1024 * 1024;

/** `data/direct_messages_media/1494-Ab_c.jpg`: X's id of the message, and the name of the file at the end of its address. */
const dmPicture = /(?:^|\/)direct_messages?(?:_group)?_media\/(\d{1,19})-([A-Za-z0-9_.-]{1,50})$/;

/**
 * Puts the pictures of private messages where capture would have, each once. Their messages are stored by now; whatever is no picture, or
 * belongs to no stored message, is left out. Returns the counts with those that are missing, or null if the signal stopped it.
 */
export async function storePictures(run: ArchiveRun): Promise<ImportCounts | null> {
  const { archive, signal, current } = run;
  const missing = { count: current.counts.pictures, example: null as string | null };
  const isNear = (name: string) => name.startsWith(archive.folder) && dmPicture.test(name);
  for await (const file of eachFile(current.file, isNear, MOST_BYTES)) {
    const became = await storePicture(run, file);
    if (became === 'stored') missing.count -= 1;
    else if (became === 'refused') missing.example ??= file.name;
    await setImmediate();
    if (signal.aborted) return null;
  }
  const { count, example } = missing;
  return count > 0 ? withSkipped(current.counts, 'mediaFile', example, count) : current.counts;
}

async function storePicture(
  { ctx }: ArchiveRun,
  { name, read }: SmallFile,
): Promise<'stored' | 'refused' | 'foreign'> {
  const [, dmId = '', fileName = ''] = dmPicture.exec(name) ?? [];
  const picture = findDmPicture(ctx.db, dmId, fileName);
  const path = picture && toDmMediaPath(ctx, picture);
  if (!picture || !path) return 'foreign';
  if (picture.state === 'stored') return 'stored';
  const bytes = await read();
  if (bytes === null || toImageType(bytes) === null) return 'refused';
  writePrivateFile(path, bytes);
  inTransaction(ctx.db, () => putDmPicture(ctx.db, picture));
  return 'stored';
}
