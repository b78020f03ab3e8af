import { expect, test } from 'vitest';
import { MAX_PIXELS, toPictureSize } from '#shared/pictureSize.ts';
import { toGif, toJpeg, toJpegFrame, toPng, toWebp } from '../support/pictures.ts';

const side = Math.floor(Math.sqrt(MAX_PIXELS));

test.each([
  ['PNG', toPng(side, side)],
  ['JPEG', toJpeg(side, side)],
  ['GIF', toGif([side, side])],
  ['WebP', toWebp(side, side)],
])('decodes a %s of just the limit', (_kind, picture) => {
  expect(toPictureSize(picture)).not.toBeNull();
});

test.each([
  ['PNG', toPng(side, side + 2)],
  ['PNG of the claimed maximum', header(toPng(1, 1), 0x7f_ff_ff_ff)],
  ['JPEG', toJpeg(side + 2, side)],
  ['GIF', toGif([side, side + 2])],
  ['GIF whose first frame is larger than its screen', toGif([1, 1], [side, side + 2])],
  ['WebP', toWebp(side + 2, side)],
])('does not decode a %s above the limit', (_kind, picture) => {
  expect(toPictureSize(picture)).toBeNull();
});

test.each([
  ['a PNG without a header', toPng(9, 9).subarray(0, 8)],
  ['a PNG cut in its header', toPng(9, 9).subarray(0, 20)],
  ['a PNG of nothing', header(toPng(9, 9), 0)],
  ['a JPEG cut before its frame', toJpeg(9, 9).subarray(0, 12)],
  ['a JPEG of no height', toJpeg(9, 0)],
  ['a GIF cut before its first frame', toGif([9, 9]).subarray(0, 30)],
  ['a GIF that ends in a comment', toGif([9, 9]).subarray(0, 24)],
  ['a WebP cut in its header', toWebp(9, 9).subarray(0, 26)],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', Buffer.alloc(0)],
])('does not decode %s', (_kind, picture) => {
  expect(toPictureSize(picture)).toBeNull();
});

// Chromium decodes the first frame header, 6,000 x 6,000 or more, and image-dimensions finds the second.
test.each([
  ['a restart marker', [0xff, 0xd0]],
  ['stray bytes', [0xff, 0x00]],
  ['an empty length', [0xff, 0xe1, 0, 0]],
])('does not decode a JPEG with %s before its frame', (_kind, disguise) => {
  const disguised = [Buffer.from(disguise), toJpegFrame(9_000, 9_000), Buffer.alloc(0xff_c0)];
  expect(toPictureSize(toJpeg(9, 9, Buffer.concat(disguised)))).toBeNull();
});

/** A PNG that claims this width and height. */
function header(png: Buffer, side: number): Buffer {
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  return png;
}
