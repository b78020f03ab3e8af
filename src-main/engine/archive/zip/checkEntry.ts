import yauzl, { type Entry } from 'yauzl';
import type { SkipReason } from '#shared/domain/archiveImport.ts';
import type { ZipLimits } from './zipLimits.ts';

const LONGEST_NAME = 1_024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controlCharacter = /[\x00-\x1f\x7f]/;

/** The name of an entry, with `/` between folders; null if it could lead out of a folder, or to a device. */
export function toSafeName(entry: Entry): string | null {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const name = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  const isUnsafe =
    name === '' ||
    name.length > LONGEST_NAME ||
    name.includes(':') ||
    controlCharacter.test(name) ||
    yauzl.validateFileName(name) !== null;
  return isUnsafe ? null : name;
}

/** The name of an entry for people, whatever it contains. */
export const toShownName = ({ fileNameRaw }: Entry): string =>
  fileNameRaw.toString('utf8').replace(/\p{C}/gu, '�').slice(0, 200);

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/** Why an entry with a safe name is not opened; null if it can be. */
export function findRefusal(entry: Entry, limits: ZipLimits): SkipReason | null {
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (mode === LINK) return 'link';
  if (entry.isEncrypted()) return 'encrypted';
  if (!entry.canDecodeFileData()) return 'unknownCompression';
  return isTooLarge(entry, limits) ? 'tooLarge' : null;
}

// A file cannot unpack to more than it declares: reading it stops there.
function isTooLarge(
  { compressedSize, uncompressedSize }: Entry,
  { entryBytes, ratio, freeBytes }: ZipLimits,
): boolean {
  if (uncompressedSize > entryBytes) return true;
  return uncompressedSize > freeBytes && uncompressedSize > compressedSize * ratio;
}
