import path from 'node:path';
import type { ShellInput, ShellOutput } from '#shared/contract/shell.ts';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { FileKind } from '../base/chooseFile.ts';
import { writeChosen } from '../base/writeChosen.ts';

/** What keeping a picture needs of the system. */
export interface PictureDesk {
  /** The response with which the page itself shows the file at a `media:` address. */
  readonly read: (address: string) => Promise<Response>;
  /** Asks where to save a file; null if that is cancelled. */
  readonly choose: (suggestedName: string, kind: FileKind) => Promise<string | null>;
  /** Puts a picture on the clipboard; false if the system does not take it. */
  readonly copy: (picture: Buffer) => Promise<boolean>;
}

/**
 * Saves the picture at a `media:` address where the person chooses; the extension follows from its content. Nothing is asked if there
 * is no picture.
 */
export async function savePicture(
  desk: Pick<PictureDesk, 'read' | 'choose'>,
  { address, name }: ShellInput<'pictures.save'>,
): Promise<ShellOutput<'pictures.save'>> {
  const picture = await readPicture(desk, address);
  if (!picture.ok) return { error: picture.error };
  const { bytes, kind } = picture.value;
  const file = await desk.choose(name, kind);
  if (file === null) return {};
  const error = await writeChosen(file, () => bytes);
  return error ? { error } : { savedAs: path.basename(file) };
}

/** Puts the picture at a `media:` address on the clipboard. */
export async function copyPicture(
  desk: Pick<PictureDesk, 'read' | 'copy'>,
  address: string,
): Promise<ShellOutput<'pictures.copy'>> {
  const picture = await readPicture(desk, address);
  if (!picture.ok) return { error: picture.error };
  return (await desk.copy(picture.value.bytes)) ? {} : { error: { code: 'pictureNotCopied' } };
}

const kinds: Readonly<Record<string, FileKind>> = {
  'image/png': { name: 'PNG', extension: 'png' },
  'image/jpeg': { name: 'JPEG', extension: 'jpg' },
  'image/gif': { name: 'GIF', extension: 'gif' },
  'image/webp': { name: 'WebP', extension: 'webp' },
};

interface Picture {
  readonly bytes: Buffer;
  readonly kind: FileKind;
}

async function readPicture(
  { read }: Pick<PictureDesk, 'read'>,
  address: string,
): Promise<Result<Picture, AppError>> {
  const response = await read(address);
  // 403 is an address that the page may not show either.
  if (response.status === 403) return err({ code: 'invalid', path: 'address', reason: 'notAMediaAddress' });
  if (response.status !== 200) return err({ code: 'pictureNotLoaded' });
  const kind = kinds[response.headers.get('content-type') ?? ''];
  if (!kind) {
    await response.body?.cancel();
    return err({ code: 'invalid', path: 'address', reason: 'notAPicture' });
  }
  return ok({ bytes: Buffer.from(await response.arrayBuffer()), kind });
}
