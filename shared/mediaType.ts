const toBytes = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
const toText = (file: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...file.subarray(from, to));

const signatures: readonly {
  readonly type: string;
  readonly at: number;
  readonly bytes: readonly number[];
}[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: toBytes('GIF8') },
  { type: 'image/webp', at: 8, bytes: toBytes('WEBP') },
];

const playable: typeof signatures = [
  { type: 'audio/mp4', at: 4, bytes: toBytes('ftypM4A') },
  { type: 'video/mp4', at: 4, bytes: toBytes('ftyp') },
  { type: 'audio/ogg', at: 0, bytes: toBytes('OggS') },
  { type: 'audio/mpeg', at: 0, bytes: toBytes('ID3') },
  { type: 'audio/wav', at: 8, bytes: toBytes('WAVE') },
];

/** As much of a file, from its beginning, as its type follows from. */
export const TYPE_BYTES = 2_048;

/**
 * The media type that the file's signature indicates; null for anything but pictures, MP4 and recordings. A file that could be a
 * picture too is one: Chromium decodes a picture whatever its media type.
 */
export function toMediaType(file: Uint8Array): string | null {
  return toImageType(file) ?? (isAvif(file) ? null : findType(playable, file));
}

/** The media type that the file's signature indicates; null for anything but PNG, JPEG, GIF and WebP. */
export function toImageType(file: Uint8Array): string | null {
  return findType(signatures, file);
}

/** The most bytes that the list of brands at the start of a video takes; a few dozen are usual. */
const MAX_BRANDS_BYTES = 1_024;

/** Whether a file that begins as an MP4 may be a picture in AVIF, which one of its brands decides. */
function isAvif(file: Uint8Array): boolean {
  if (toText(file, 4, 8) !== 'ftyp') return false;
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  return length < 8 || length > MAX_BRANDS_BYTES || /avi[fs]/.test(toText(file, 8, length));
}

function findType(types: typeof signatures, file: Uint8Array): string | null {
  const found = types.find(({ at, bytes }) => bytes.every((byte, index) => file[at + index] === byte));
  return found?.type ?? null;
}
