/*
 * A GIF is a header of 13 bytes with a palette, and then blocks until the trailer: extensions, and images, each with a palette of its own if
 * it wants one. What is in a block comes in portions of at most 255 bytes, each behind its length; 0 ends them.
 */

/** The first byte of a block. */
const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** The bottom right corner of a GIF's first frame, to which decoders extend the picture; null if it has none. */
export function firstFrameOf(gif: Uint8Array): { readonly width: number; readonly height: number } | null {
  const at = findImage(gif, blocksOf(gif));
  if (at === null) return null;
  const [left, top, width, height] = [1, 3, 5, 7].map((offset) => readUint16(gif, at + offset));
  return { width: (left ?? 0) + (width ?? 0), height: (top ?? 0) + (height ?? 0) };
}

/** How many frames a GIF has, up to its trailer or to where it is cut off. */
export function countFrames(gif: Uint8Array): number {
  let frames = 0;
  for (let at = findImage(gif, blocksOf(gif)); at !== null; at = findImage(gif, at)) {
    frames += 1;
    // Descriptor, palette, and a byte before the portions.
    at = skipPortions(gif, at + 10 + toPaletteLength(gif[at + 9] ?? 0) + 1);
  }
  return frames;
}

const blocksOf = (gif: Uint8Array) => 13 + toPaletteLength(gif[10] ?? 0);

/** Where the next image begins; null if there is none. */
function findImage(gif: Uint8Array, start: number): number | null {
  let at = start;
  while (gif[at] === EXTENSION) at = skipPortions(gif, at + 2);
  return gif[at] === IMAGE && at + 9 <= gif.length ? at : null;
}

function skipPortions(gif: Uint8Array, start: number): number {
  let at = start;
  for (let length = gif[at] ?? 0; length > 0; length = gif[at] ?? 0) at += length + 1;
  return at + 1;
}

const readUint16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

/** Three bytes for each of 2 to 256 colours, if the flags say that there is a palette. */
const toPaletteLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);
