import { open } from 'node:fs/promises';
import path from 'node:path';
import type { ShellOutput } from '#shared/contract/shell.ts';
import { IMPORT_LIMIT } from '#shared/domain/libraryImport.ts';
import { decodeText } from './decodeText.ts';

/**
 * Reads the file of text that somebody chooses; nothing if `choose` returns null. Of a file that is too large nothing is read. Errors:
 * `textTooLarge`, and `fileNotRead` for what the system does not give out, such as a folder.
 */
export async function openTable(
  choose: () => Promise<string | null>,
): Promise<ShellOutput<'files.openTable'>> {
  const file = await choose();
  if (file === null) return {};
  try {
    return await read(file);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    return { error: { code: 'fileNotRead', file, detail } };
  }
}

async function read(file: string): Promise<ShellOutput<'files.openTable'>> {
  const name = path.basename(file);
  const handle = await open(file);
  try {
    const stats = await handle.stat();
    if (stats.size > IMPORT_LIMIT)
      return { error: { code: 'textTooLarge', name, bytes: stats.size, limit: IMPORT_LIMIT } };
    // A pipe or a device has no size and no end.
    if (!stats.isFile()) return { error: { code: 'fileNotRead', file, detail: 'not a file' } };
    const content = Buffer.alloc(stats.size);
    const { bytesRead } = await handle.read(content, 0, content.length, 0);
    return { file: { name, content: decodeText(content.subarray(0, bytesRead)) } };
  } finally {
    await handle.close();
  }
}
