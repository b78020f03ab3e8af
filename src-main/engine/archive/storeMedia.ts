import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { toDmVideoName } from '#shared/domain/mediaAddress.ts';
import { toImageType } from '#shared/mediaType.ts';
import { toDmMediaPath } from '../capture/dmMedia.ts';
import type { ImportCounts } from '../store/archiveImports.ts';
import { type DmMedium, findDmMedium, putDmMedium } from '../store/dmMedia.ts';
import { writePrivateFile } from '../store/privateFiles.ts';
import { inTransaction } from '../store/sql.ts';
import { withSkipped } from './importCounts.ts';
import { type ArchiveRun, bytesBefore } from './importRun.ts';
import { beginMedia, type MediaProgress } from './mediaProgress.ts';
import { type MediumPlace, MOST_VIDEO_BYTES, writeVideo } from './writeVideo.ts';
import { eachFile, type ZippedFile } from './zip/eachFile.ts';

/** X takes pictures of 5 MB, and GIFs of 15. */
const MOST_PICTURE_BYTES = 16 * 1024 * 1024;

/** `data/direct_messages_media/1494-Ab_c.jpg`: X's id of the message, and the name of the file at the end of its address. */
const dmFile = /(?:^|\/)direct_messages?(?:_group)?_media\/(\d{1,19})-([A-Za-z0-9_.-]{1,100})$/;

/**
 * Puts the pictures and videos of private messages where capture would have, each once. Their messages are stored by now; whatever is neither,
 * or belongs to no stored message, is left out. Returns the counts with those that are missing, or null if the signal stopped it.
 */
export async function storeMedia(run: ArchiveRun): Promise<ImportCounts | null> {
  const { archive, signal, current } = run;
  const missing = { count: current.counts.mediaFiles, example: null as string | null };
  const all = await countBytes(run);
  if (signal.aborted) return null;
  const progress = beginMedia(run, all);
  for await (const file of eachMedium(run)) {
    const became = await storeMedium(run, file, progress);
    if (signal.aborted) return null;
    if (became === 'stored') missing.count -= 1;
    else if (became === 'refused') missing.example ??= file.name;
    progress.endFile(toCounted(file));
    // From the first one on the window knows that everything is read.
    run.onProgress(run.current);
    await setImmediate();
    if (signal.aborted) return null;
  }
  const bytes = bytesBefore(archive, archive.parts.length);
  const counts: ImportCounts = { ...run.current.counts, step: 'texts', bytes, of: bytes };
  const { count, example } = missing;
  return count > 0 ? withSkipped(counts, 'mediaFile', example, count) : counts;
}

const eachMedium = ({ archive: { folder }, current: { file } }: ArchiveRun): AsyncGenerator<ZippedFile> =>
  eachFile(file, (name) => name.startsWith(folder) && dmFile.test(name));

/** The bytes of all media, as far as the signal lets it count. */
async function countBytes(run: ArchiveRun): Promise<number> {
  let all = 0;
  for await (const file of eachMedium(run)) {
    all += toCounted(file);
    if (run.signal.aborted) break;
  }
  return all;
}

// What is larger is not unpacked.
const toCounted = ({ bytes }: ZippedFile): number => (bytes > MOST_VIDEO_BYTES ? 0 : bytes);

async function storeMedium(
  run: ArchiveRun,
  file: ZippedFile,
  { add }: MediaProgress,
): Promise<'stored' | 'refused' | 'foreign'> {
  const { db } = run.ctx;
  const [, dmId = '', fileName = ''] = dmFile.exec(file.name) ?? [];
  const find = () => findDmMedium(db, dmId, fileName);
  const medium = find();
  const path = medium && toDmMediaPath(run.ctx, medium);
  if (!medium || !path) return 'foreign';
  if (medium.state === 'stored' && existsSync(path)) return 'stored';
  const place = { path, isStillWanted: () => find() !== null, onBytes: add };
  const isWritten = isVideo(medium) ? await writeVideo(run, file, place) : await writePicture(file, place);
  if (!isWritten) return 'refused';
  inTransaction(db, () => putDmMedium(db, medium));
  return 'stored';
}

const isVideo = ({ url }: DmMedium): boolean => toDmVideoName(url) !== null;

async function writePicture(file: ZippedFile, { path, isStillWanted }: MediumPlace): Promise<boolean> {
  const bytes = await file.read(MOST_PICTURE_BYTES);
  if (bytes === null || toImageType(bytes) === null || !isStillWanted()) return false;
  writePrivateFile(path, bytes);
  return true;
}
