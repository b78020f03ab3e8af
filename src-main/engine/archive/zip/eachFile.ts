import yauzl from 'yauzl';
import { findRefusal, toSafeName } from './checkEntry.ts';
import { readEntry, ZipDamage } from './openZip.ts';
import { zipLimits } from './zipLimits.ts';

/** A file of a zip. */
export interface ZippedFile {
  readonly name: string;
  /** Its size when unpacked, as the zip declares it. */
  readonly bytes: number;
  /** Its content; null if it is larger than `mostBytes`, is not what the zip declares, or may not be opened. */
  readonly read: (mostBytes: number) => Promise<Buffer | null>;
  /**
   * Its content in chunks, which end with `ZipDamage` if it is not what the zip declares; null if it is larger than `mostBytes` or may not be
   * opened.
   */
  readonly stream: (mostBytes: number) => AsyncIterable<Buffer> | null;
}

/**
 * Goes through the files of a zip whose names are wanted, one after the other, without keeping any: however many there are, one is in
 * memory.
 */
export async function* eachFile(
  path: string,
  isWanted: (name: string) => boolean,
): AsyncGenerator<ZippedFile> {
  const file = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  try {
    for await (const entry of file.eachEntry()) {
      const name = toSafeName(entry);
      if (name === null || !isWanted(name)) continue;
      const stream = (mostBytes: number) =>
        findRefusal(entry, { ...zipLimits, entryBytes: mostBytes }) === null ? readEntry(file, entry) : null;
      const read = async (mostBytes: number) => {
        const chunks = stream(mostBytes);
        return chunks && (await collect(chunks));
      };
      yield { name, bytes: entry.uncompressedSize, read, stream };
    }
  } finally {
    file.close();
  }
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  try {
    for await (const chunk of chunks) parts.push(chunk);
  } catch (cause) {
    if (cause instanceof ZipDamage) return null;
    throw cause;
  }
  return Buffer.concat(parts);
}
