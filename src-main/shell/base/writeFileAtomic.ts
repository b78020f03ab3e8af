import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

interface WriteOptions {
  /** Whether the content must be on the disk itself before this resolves, so that a power cut cannot take it. */
  readonly flush?: boolean;
}

/**
 * Writes a file that only its owner can read, in one step: what breaks it off leaves the old file or the new one, never
 * half of it. Makes the folder where it does not exist; rejects, and leaves nothing behind, where the disk refuses.
 */
export async function writeWhole(
  file: string,
  content: Uint8Array | string,
  { flush = false }: WriteOptions = {},
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode: 0o600, flush });
    await rename(draft, file);
  } catch (refusal) {
    await rm(draft, { force: true });
    throw refusal;
  }
}
