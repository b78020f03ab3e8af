import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface WriteOptions {
  /** Flushes the content to disk before the file is replaced, so that it survives a power cut. */
  readonly flush?: boolean;
}

/**
 * Writes a file that only its owner can read, and creates its folder if needed. Atomic: a crash leaves the old file or
 * the new one. If the disk refuses, rejects and leaves the old file and nothing else.
 */
export async function writeFileAtomic(
  file: string,
  content: Uint8Array | string,
  { flush = false }: WriteOptions = {},
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomUUID()}`;
  try {
    await writeFile(temporary, content, { mode: 0o600, flush });
    await rename(temporary, file);
  } catch (refusal) {
    await rm(temporary, { force: true });
    throw refusal;
  }
}
