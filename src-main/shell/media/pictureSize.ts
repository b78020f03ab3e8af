import { imageDimensionsFromData } from 'image-dimensions';

/**
 * The maximum number of pixels of a picture, which takes 160 MB when it is decoded. X makes photos of at most 4,096 × 4,096, but a
 * file of 26 kB can hold 14,700 × 14,700.
 */
export const MAX_PIXELS = 40_000_000;

/** The first byte of a GIF's blocks. */
const EXTENSION = 0x21;
const IMAGE = 0x2c;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Whether a PNG, JPEG, GIF or WebP may be decoded: its header says how large it is, and that is neither nothing nor more than
 * `MAX_PIXELS`. False for a header that Chromium could read in another way.
 */
export function isDecodable(picture: Uint8Array): boolean {
  const size = imageDimensionsFromData(picture);
  if (size?.type === 'jpeg') return hasPlainSegments(picture) && isWithinLimit(size);
  if (size?.type === 'gif') return isWithinLimit(size) && isWithinLimit(firstFrameOf(picture));
  return (size?.type === 'png' || size?.type === 'webp') && isWithinLimit(size);
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
  const view = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 4 <= view.length) {
    const marker = view.readUInt16BE(at);
    if (isFrame(marker)) return true;
    const length = view.readUInt16BE(at + 2);
    if (!hasLength(marker) || length < 2) return false;
    at += 2 + length;
  }
  return false;
}

const isFrame = (marker: number) => marker >= 0xff_c0 && marker <= 0xff_c2;
const hasLength = (marker: number) => marker >= 0xff_c4 && !(marker >= 0xff_d0 && marker <= 0xff_da);

/** The bottom right corner of a GIF's first frame, to which decoders extend the picture; null if it has none. */
function firstFrameOf(gif: Uint8Array): Size | null {
  const view = Buffer.from(gif.buffer, gif.byteOffset, gif.byteLength);
  let at = 13 + toPaletteLength(view[10] ?? 0);
  while (view[at] === EXTENSION) at = skipExtension(view, at);
  if (view[at] !== IMAGE || at + 9 > view.length) return null;
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => view.readUInt16LE(at + offset));
  return { width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) };
}

/** Three bytes for each of 2 to 256 colours, if the flags say that there is a palette. */
const toPaletteLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

function skipExtension(gif: Uint8Array, start: number): number {
  let at = start + 2;
  for (let length = gif[at] ?? 0; length > 0; length = gif[at] ?? 0) at += length + 1;
  return at + 1;
}
