import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/*
 * The code cache of a bundle is what V8 has compiled of it. It lies beside the bundle, as trusted as that is, and never where a user's
 * data is: V8 runs it. V8 refuses one of another version or with other flags, but compares no more of the bundle than its length, and
 * does not notice damage. Hence the checksum of bundle and cache, which follows the cache in its file.
 */

const CHECKSUM_BYTES = 4;

/** The file of the code cache of the bundle `file` for the V8 of this process. */
export function toCacheFile(file: string): string {
  const { platform, arch, versions } = process;
  return `${file}.${versions.v8}-${platform}-${arch}.cache`;
}

/** The code cache of the bundle `file` with the content `bundle`; null if there is none, or it is damaged or of another bundle. */
export function readCodeCache(file: string, bundle: Buffer): Buffer | null {
  const stored = readIfPresent(toCacheFile(file));
  if (stored === null || stored.length <= CHECKSUM_BYTES) return null;
  const end = stored.length - CHECKSUM_BYTES;
  const cache = stored.subarray(0, end);
  return stored.readUInt32LE(end) === toChecksum(bundle, cache) ? cache : null;
}

/** Stores the code cache of the bundle `file` with the content `bundle`, completely or not at all. */
export function writeCodeCache(file: string, bundle: Buffer, cache: Buffer): void {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(toChecksum(bundle, cache));
  const unfinished = `${toCacheFile(file)}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([cache, checksum]));
  renameSync(unfinished, toCacheFile(file));
}

const toChecksum = (bundle: Buffer, cache: Buffer): number => crc32(cache, crc32(bundle));

function readIfPresent(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
