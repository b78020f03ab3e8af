import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Media, Message } from '#shared/domain/message.ts';
import { TYPE_BYTES, toMediaType } from '#shared/mediaType.ts';
import { findStoredDmFile } from '../capture/dmMedia.ts';
import type { ExportContext } from './readExported.ts';

/** Larger files are left out: X takes no pictures of more than 5 MB, animated ones of 15, and a page of videos is slow to open. */
const MOST_BYTES = 15 * 1024 * 1024;

/** A medium whose file is in the workspace: its `data:` address, or where a larger file is, from the folder of the workspace. */
export type StoredMedium =
  | { readonly kind: 'picture' | 'video'; readonly address: string }
  | { readonly kind: 'large'; readonly file: string };

/** What the workspace has of a medium of a message; null if it has no file of it. Nothing is fetched. */
export function getStoredMedium(
  ctx: ExportContext,
  message: Message,
  { url, playUrl }: Media,
): StoredMedium | null {
  const address = playUrl ?? url;
  const file = address === null ? null : findStoredDmFile(ctx, { messageId: message.id, url: address });
  if (file === null) return null;
  try {
    return read(ctx, file);
  } catch {
    // A file that the system does not give out is missing as well.
    return null;
  }
}

function read({ dataDir }: ExportContext, file: string): StoredMedium | null {
  const type = toMediaType(readBeginning(file));
  const kind = type?.startsWith('image/') ? 'picture' : 'video';
  if (type === null) return null;
  if (statSync(file).size > MOST_BYTES)
    return { kind: 'large', file: relative(dataDir, file).replaceAll(sep, '/') };
  return { kind, address: `data:${type};base64,${readFileSync(file, 'base64')}` };
}

function readBeginning(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const beginning = Buffer.alloc(TYPE_BYTES);
    return beginning.subarray(0, readSync(handle, beginning, 0, beginning.length, 0));
  } finally {
    closeSync(handle);
  }
}
