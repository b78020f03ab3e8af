import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { FILE_LIMIT_BYTES } from '#shared/domain/replyFile.ts';

/** A file that somebody has chosen. */
export type ChosenFile = ShellOutput<'pictures.choose'>['files'][number];

const PART_BYTES = 2_000_000;

/** The name and content of a file, in parts; one that cannot be read has none, and so is no picture. */
export async function readPicture(file: string): Promise<ChosenFile> {
  const content = await readBeginning(file).catch(() => Buffer.alloc(0));
  const parts: string[] = [];
  for (let from = 0; from < content.length || from === 0; from += PART_BYTES) {
    parts.push(content.toString('base64', from, Math.min(from + PART_BYTES, content.length)));
  }
  return { name: path.basename(file), parts };
}

async function readBeginning(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const content = Buffer.alloc(Math.min(size, FILE_LIMIT_BYTES + 1));
    const { bytesRead } = await handle.read(content, 0, content.length, 0);
    return content.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
