import yauzl from 'yauzl';
import { findRefusal, toSafeName } from './checkEntry.ts';
import { readEntry, ZipDamage } from './openZip.ts';
import { type ZipLimits, zipLimits } from './zipLimits.ts';

/** A small file of a zip. */
export interface SmallFile {
  readonly name: string;
  /** Its content; null if it is too large, is not what the zip declares, or may not be opened. */
  readonly read: () => Promise<Buffer | null>;
}

/**
 * Goes through the files of a zip whose names are wanted, one after the other, without keeping any: however many there are, one is in
 * memory. Files of more than `mostBytes` are not read.
 */
export async function* eachFile(
  path: string,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): AsyncGenerator<SmallFile> {
  const limits: ZipLimits = { ...zipLimits, entryBytes: mostBytes };
  const file = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
  try {
    for await (const entry of file.eachEntry()) {
      const name = toSafeName(entry);
      if (name === null || !isWanted(name)) continue;
      const read = async () =>
        findRefusal(entry, limits) === null ? await collect(readEntry(file, entry)) : null;
      yield { name, read };
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
