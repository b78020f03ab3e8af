import { imageDimensionsFromData } from 'image-dimensions';
import { firstFrameOf } from './gif.ts';

/**
 * The maximum number of pixels of a picture, which takes 160 MB when it is decoded. X makes photos of at most 4,096 × 4,096, but a
 * file of 26 kB can hold 14,700 × 14,700.
 */
export const MAX_PIXELS = 40_000_000;

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

const toView = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);
