import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toDmFileName, toDmMediaName } from '#shared/domain/mediaAddress.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { type DmFile, getDmFile, listWantedDmFiles, putDmFileState } from '../store/dmMedia.ts';
import { writePrivateFile } from '../store/privateFiles.ts';
import type { CaptureContext } from './feed.ts';

type Context = Pick<CaptureContext, 'db' | 'dataDir' | 'log' | 'x'>;

/** Files per poll cycle, so that the pictures of a first read do not hold up new messages. */
const MOST_FILES = 10;

/** Errors that say nothing about the other files. */
const ofOneFile: ReadonlySet<AppError['code']> = new Set(['refusedByX', 'xFailed', 'notFound']);

/**
 * Fetches files of private messages that are not stored yet, the newest first: X forgets messages after 30 days, and an
 * agent may look at a picture years later. What X refuses is not fetched again. Returns the first other error, or null; what is
 * still missing then is fetched in the next poll cycle.
 */
export async function fetchDmMedia(ctx: Context): Promise<AppError | null> {
  for (const file of listWantedDmFiles(ctx.db, MOST_FILES)) {
    const stored = await store(ctx, file);
    if (!stored.ok && !ofOneFile.has(stored.error.code)) return stored.error;
  }
  return null;
}

/**
 * The path of the file of a private message (`dm-…`), which is fetched from X unless it is stored or a video. Fails with `notFound` if
 * the message has no such file or X refused it, else with what X said.
 */
export async function getDmMedia(
  ctx: Context,
  { messageId, url }: { readonly messageId: string; readonly url: string },
): Promise<Result<{ file: string }, AppError>> {
  const file = getDmFile(ctx.db, messageId.replace(/^dm-/, ''), url);
  if (!file || file.state === 'refused') return err({ code: 'notFound', what: 'media', id: messageId });
  const stored = toStoredPath(ctx, file);
  if (stored !== null) return ok({ file: stored });
  // A video comes from an archive only.
  if (toDmFileName(url) === null) return err({ code: 'notFound', what: 'media', id: messageId });
  return await store(ctx, file);
}

/** The path of the file of a private message if it is stored; null otherwise. Nothing is fetched. */
export function findStoredDmFile(
  ctx: Pick<Context, 'db' | 'dataDir'>,
  { messageId, url }: { readonly messageId: string; readonly url: string },
): string | null {
  const file = getDmFile(ctx.db, messageId.replace(/^dm-/, ''), url);
  return file && toStoredPath(ctx, file);
}

function toStoredPath(ctx: Pick<Context, 'dataDir'>, file: DmFile): string | null {
  const path = file.state === 'stored' ? toDmMediaPath(ctx, file) : null;
  return path !== null && existsSync(path) ? path : null;
}

async function store(ctx: Context, file: DmFile): Promise<Result<{ file: string }, AppError>> {
  const { dmId, mediaKey, url } = file;
  const path = toDmMediaPath(ctx, file);
  const resourceId = toDmFileName(url);
  const mediaId = mediaKey.split('_')[1];
  if (path === null || resourceId === null || !mediaId) {
    putDmFileState(ctx.db, file, 'refused');
    return err({ code: 'notFound', what: 'media', id: `dm-${dmId}` });
  }
  const fetched = await ctx.x.getDmMedia({ dmId, mediaId, resourceId });
  if (!fetched.ok) {
    if (fetched.error.code === 'refusedByX') {
      putDmFileState(ctx.db, file, 'refused');
      ctx.log('capture.mediaRefused', { status: fetched.error.status });
    }
    return fetched;
  }
  try {
    writePrivateFile(path, fetched.value);
  } catch (cause) {
    return err({ code: 'storeUnwritable', file: path, detail: cause instanceof Error ? cause.message : '' });
  }
  // Its person may have been erased while it was fetched.
  if (!getDmFile(ctx.db, dmId, url)) {
    rmSync(path, { force: true });
    return err({ code: 'notFound', what: 'media', id: `dm-${dmId}` });
  }
  putDmFileState(ctx.db, file, 'stored');
  return ok({ file: path });
}

/**
 * Where the file of a private message is kept: in a folder for each message, so that everything of a message can be removed at once. Null for
 * a key or name that could leave it.
 */
export function toDmMediaPath(
  { dataDir }: Pick<Context, 'dataDir'>,
  { dmId, mediaKey, url }: Pick<DmFile, 'dmId' | 'mediaKey' | 'url'>,
): string | null {
  const name = toDmMediaName(url);
  const isSafe = name !== null && /^\d{1,19}$/.test(dmId) && /^\d{1,4}_\d{1,19}$/.test(mediaKey);
  return isSafe ? join(dataDir, 'media', `dm-${dmId}`, `${mediaKey}-${name}`) : null;
}
