import { writeFile } from 'node:fs/promises';
import type { AppError } from '#shared/errors.ts';

/** Writes the file that somebody chose; returns why it could not be written, if so. `toContent` may fail, too. */
export async function writeChosen(
  file: string,
  toContent: () => Uint8Array | Promise<Uint8Array>,
): Promise<AppError | null> {
  try {
    await writeFile(file, await toContent());
    return null;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    return { code: 'fileNotSaved', file, detail };
  }
}
