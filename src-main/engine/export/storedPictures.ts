import { readFileSync, statSync } from 'node:fs';
import type { Media, Message } from '#shared/domain/message.ts';
import { toImageType } from '#shared/mediaType.ts';
import { findStoredDmFile } from '../capture/dmMedia.ts';
import type { ExportContext } from './readExported.ts';

/** Larger pictures are left out: X takes none of more than 5 MB, animated ones of 15. */
const MOST_BYTES = 15 * 1024 * 1024;

/** The picture of a message as a `data:` address, if the workspace has its file; else null. Nothing is fetched. */
export function toStoredPicture(ctx: ExportContext, message: Message, { url }: Media): string | null {
  const file = url === null ? null : findStoredDmFile(ctx, { messageId: message.id, url });
  if (file === null) return null;
  try {
    if (statSync(file).size > MOST_BYTES) return null;
    const bytes = readFileSync(file);
    const type = toImageType(bytes);
    return type && `data:${type};base64,${bytes.toString('base64')}`;
  } catch {
    // A file that the system does not give out is missing as well.
    return null;
  }
}
