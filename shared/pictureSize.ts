import { imageDimensionsFromData } from 'image-dimensions';

/**
 * The maximum number of pixels of a picture, which takes 160 MB when it is decoded. X makes photos of at most 4,096 × 4,096, but a
 * file of 26 kB can hold 14,700 × 14,700.
 */
export const MAX_PIXELS = 40_000_000;

/** The first byte of a GIF's blocks. */
const EXTENSION = 0x21;
const IMAGE = 0x2c;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a PNG, JPEG, GIF or WebP that may be decoded: its header says how large it is, and that is neither nothing nor more
 * than `MAX_PIXELS`. Null for any other file, and for a header that Chromium could read in another way.
 */
export function toPictureSize(picture: Uint8Array): Size | null {
  const size = imageDimensionsFromData(picture);
  if (!size || !isPlain(size.type, picture) || !isWithinLimit(size)) return null;
  return { width: size.width, height: size.height };
}

function isPlain(type: string, picture: Uint8Array): boolean {
  if (type === 'jpeg') return hasPlainSegments(picture);
  if (type === 'gif') return isWithinLimit(firstFrameOf(picture));
  return type === 'png' || type === 'webp';
}

function isWithinLimit(size: Size | null): boolean {
  const pixels = size === null ? 0 : size.width * size.height;
  return pixels > 0 && pixels <= MAX_PIXELS;
}

/**
 * Whether only segments with a length precede a JPEG's frame header. Decoders skip restart markers and stray bytes there, whereas
 * image-dimensions takes the next bytes for a length: so the size that it reads would not be the one that is decoded.
 */
function hasPlainSegments(jpeg: Uint8Array): boolean {
  const view = toView(jpeg);
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    if (isFrame(marker)) return true;
    const length = view.getUint16(at + 2);
    if (!hasLength(marker) || length < 2) return false;
    at += 2 + length;
  }
  return false;
}

const isFrame = (marker: number) => marker >= 0xff_c0 && marker <= 0xff_c2;
const hasLength = (marker: number) => marker >= 0xff_c4 && !(marker >= 0xff_d0 && marker <= 0xff_da);

/** The bottom right corner of a GIF's first frame, to which decoders extend the picture; null if it has none. */
function firstFrameOf(gif: Uint8Array): Size | null {
  const view = toView(gif);
  let at = 13 + toPaletteLength(gif[10] ?? 0);
  while (gif[at] === EXTENSION) at = skipExtension(gif, at);
  if (gif[at] !== IMAGE || at + 9 > gif.length) return null;
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.getUint16(at + offset, true));
  return { width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) };
}

const toView = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** Three bytes for each of 2 to 256 colours, if the flags say that there is a palette. */
const toPaletteLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

function skipExtension(gif: Uint8Array, start: number): number {
  let at = start + 2;
  for (let length = gif[at] ?? 0; length > 0; length = gif[at] ?? 0) at += length + 1;
  return at + 1;
}
