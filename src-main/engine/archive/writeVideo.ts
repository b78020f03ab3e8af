import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TYPE_BYTES, toMediaType } from '#shared/mediaType.ts';
import { requireSpace } from '../store/freeSpace.ts';
import { makeFolder, writeChunks } from '../store/privateFiles.ts';
import type { ArchiveRun } from './importRun.ts';
import type { ZippedFile } from './zip/eachFile.ts';
import { ZipDamage } from './zip/openZip.ts';

/** Where a file belongs. */
export interface MediumPlace {
  readonly path: string;
  /** False once its message was erased. */
  readonly isStillWanted: () => boolean;
  /** Called for each chunk that is written. */
  readonly onBytes: (bytes: number) => void;
}

/** X takes no larger videos in private messages. */
export const MOST_VIDEO_BYTES = 512 * 1024 * 1024;

/** Where a video is until it is complete. One archive is imported at a time, and so one video. */
const toUnfinished = (dataDir: string): string => join(dataDir, 'media', 'video.unfinished');

/** Removes what a killed import has left of a video. Call it while nothing is imported. */
export function removeUnfinishedVideo(dataDir: string): void {
  rmSync(toUnfinished(dataDir), { force: true });
}

/**
 * Unpacks a video to its place, of which only a chunk is in memory; the file is there as a whole or not at all. Returns false if it is none, is
 * damaged or too large, or if its message was erased or the import stopped meanwhile. Throws as a full disk does if it would fill it.
 */
export async function writeVideo(
  { ctx: { dataDir }, signal }: Pick<ArchiveRun, 'ctx' | 'signal'>,
  file: ZippedFile,
  { path, isStillWanted, onBytes }: MediumPlace,
): Promise<boolean> {
  const chunks = file.stream(MOST_VIDEO_BYTES);
  if (chunks === null) return false;
  const unfinished = toUnfinished(dataDir);
  try {
    requireSpace(dataDir, file.bytes);
    await writeChunks(unfinished, checked(chunks, signal, onBytes));
    if (!isStillWanted()) return false;
    makeFolder(dirname(path));
    renameSync(unfinished, path);
    return true;
  } catch (cause) {
    if (cause instanceof ZipDamage || cause instanceof NoVideo) return false;
    throw cause;
  } finally {
    removeUnfinishedVideo(dataDir);
  }
}

class NoVideo extends Error {}

/** The chunks, unless they begin as no video does, or the import is stopped. */
async function* checked(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let beginning = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (signal.aborted) throw new NoVideo('stopped');
    if (beginning.length < TYPE_BYTES) {
      beginning = Buffer.concat([beginning, chunk.subarray(0, TYPE_BYTES - beginning.length)]);
      if (beginning.length === TYPE_BYTES) requireVideo(beginning);
    }
    yield chunk;
    onBytes(chunk.length);
  }
  requireVideo(beginning);
}

function requireVideo(beginning: Buffer): void {
  if (!/^(?:video|audio)\/mp4$/.test(toMediaType(beginning) ?? '')) throw new NoVideo('it is no MP4');
}
