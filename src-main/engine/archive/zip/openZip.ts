import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SkipReason } from '#shared/domain/archiveImport.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { toErrorMessage } from '#shared/toErrorMessage.ts';
import { findRefusal, toSafeName, toShownName } from './checkEntry.ts';
import { type ZipLimits, zipLimits } from './zipLimits.ts';

/** A file in a zip that is not opened, and why. */
export interface SkippedEntry {
  readonly reason: SkipReason;
  readonly name: string;
}

/** A file in a zip that can be read. */
export interface ZipEntry {
  readonly name: string;
  /** Its size when unpacked. */
  readonly bytes: number;
}

/** An open zip file. Nothing of it is ever written to the disk. */
export interface Zip {
  /** The files that were wanted and can be read, each name once. */
  readonly entries: readonly ZipEntry[];
  readonly skipped: readonly SkippedEntry[];
  /** Streams an entry unpacked; throws `ZipDamage` if it is not what the zip declares: in its size, or at the end in its checksum. */
  read(name: string): AsyncIterable<Buffer>;
  /** Reads an entry to its end, and returns whether it is what the zip declares; means nothing if the signal stopped it. */
  isIntact(name: string, signal?: AbortSignal): Promise<boolean>;
  close(): void;
}

/** An entry that does not unpack to what the zip declares. */
export class ZipDamage extends Error {}

/** Why a file could not be opened as a zip. `detail` is what the system or the library said. */
export interface ZipProblem {
  readonly kind: 'unreadable' | 'notZip' | 'damaged' | 'tooLarge';
  readonly detail: string;
}

/**
 * Opens a zip and lists the entries whose names are wanted. All names are checked, but only wanted files are kept, so that an archive with
 * a million pictures takes no more memory than one without.
 */
export async function openZip(
  path: string,
  isWanted: (name: string) => boolean,
  limits: ZipLimits = zipLimits,
): Promise<Result<Zip, ZipProblem>> {
  const start = await readStart(path);
  if (!start.ok) return start;
  try {
    const file = await yauzl.openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    return await listEntries(file, isWanted, limits).catch((cause: unknown) => {
      file.close();
      throw cause;
    });
  } catch (cause) {
    const isZip = start.value.toString('latin1') === 'PK\x03\x04';
    return err({ kind: isZip ? 'damaged' : 'notZip', detail: toErrorMessage(cause) });
  }
}

async function readStart(path: string): Promise<Result<Buffer, ZipProblem>> {
  try {
    const file = await open(path, 'r');
    try {
      if (!(await file.stat()).isFile()) return err({ kind: 'unreadable', detail: 'it is not a file' });
      const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return ok(buffer);
    } finally {
      await file.close();
    }
  } catch (cause) {
    return err({ kind: 'unreadable', detail: toErrorMessage(cause) });
  }
}

async function listEntries(
  file: ZipFile,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<Result<Zip, ZipProblem>> {
  const found = new Map<string, Entry>();
  const skipped: SkippedEntry[] = [];
  let bytes = 0;
  const isTooMuch = () =>
    found.size + skipped.length > limits.wanted ||
    (bytes > limits.freeTotal && bytes > file.fileSize * limits.ratio);
  if (file.entryCount > limits.entries) return refuse(file);
  for await (const entry of file.eachEntry()) {
    const name = toSafeName(entry);
    const reason = findReason(entry, name, { isWanted, limits, isKnown: (one) => found.has(one) });
    if (reason !== null) skipped.push({ reason, name: name ?? toShownName(entry) });
    else if (name !== null && isWanted(name)) {
      found.set(name, entry);
      bytes += entry.uncompressedSize;
    }
    if (isTooMuch()) return refuse(file);
  }
  return ok(toZip(file, found, skipped));
}

function refuse(file: ZipFile): Result<Zip, ZipProblem> {
  file.close();
  return err({ kind: 'tooLarge', detail: `${file.entryCount} files` });
}

interface ReasonOptions {
  readonly isWanted: (name: string) => boolean;
  readonly isKnown: (name: string) => boolean;
  readonly limits: ZipLimits;
}

/** Why an entry is worth a word in the report; null for one that is read, and for one that nobody wants. */
function findReason(
  entry: Entry,
  name: string | null,
  { isWanted, isKnown, limits }: ReasonOptions,
): SkipReason | null {
  if (name === null) return 'unsafeName';
  if (/\.zip$/i.test(name)) return 'nestedZip';
  if (!isWanted(name)) return null;
  return isKnown(name) ? 'duplicateName' : findRefusal(entry, limits);
}

function toZip(file: ZipFile, found: ReadonlyMap<string, Entry>, skipped: readonly SkippedEntry[]): Zip {
  const read = (name: string) => {
    const entry = found.get(name);
    if (!entry) throw new Error(`there is no ${name} in the zip`);
    return readEntry(file, entry);
  };
  return {
    entries: [...found].map(([name, { uncompressedSize }]) => ({ name, bytes: uncompressedSize })),
    skipped,
    read,
    isIntact: async (name, signal) => {
      try {
        for await (const _ of read(name)) if (signal?.aborted) break;
        return true;
      } catch (cause) {
        if (cause instanceof ZipDamage) return false;
        throw cause;
      }
    },
    close: () => file.close(),
  };
}

/** The library compares the size as it unpacks, and leaves the checksum to its caller. */
export async function* readEntry(file: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  try {
    const stream = await file.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (cause) {
    throw new ZipDamage(toErrorMessage(cause));
  }
  if (checksum !== entry.crc32) throw new ZipDamage('its checksum is wrong');
}
