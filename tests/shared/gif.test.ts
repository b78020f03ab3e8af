import { expect, test } from 'vitest';
import { countFrames, firstFrameOf } from '#shared/gif.ts';
import { toGif } from '../support/pictures.ts';

test.each([1, 2, 350])('%i frames are counted, whatever stands between them', (frames) => {
  expect(countFrames(toGif([20, 10], [20, 10], frames))).toBe(frames);
});

test('a frame with a palette of its own is one', () => {
  const [screen, comment] = [
    Buffer.from('GIF89a\x14\0\x0a\0\0\0\0', 'latin1'),
    Buffer.from([0x21, 0xfe, 1, 65, 0]),
  ];
  const palette = Buffer.alloc(3 * 4, 0x2c);
  const image = Buffer.concat([
    Buffer.from([0x2c, 0, 0, 0, 0, 20, 0, 10, 0, 0x81]),
    palette,
    Buffer.from([2, 1, 0x2c, 0]),
  ]);
  expect(countFrames(Buffer.concat([screen, image, comment, image, image, Buffer.from([0x3b])]))).toBe(3);
  expect(firstFrameOf(Buffer.concat([screen, image]))).toEqual({ width: 20, height: 10 });
});

test('what is cut off or none at all has the frames that have begun', () => {
  const gif = toGif([20, 10], [20, 10], 3);
  const counts = Array.from({ length: gif.length }, (_, length) => countFrames(gif.subarray(0, length)));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(3);
  expect(countFrames(Buffer.from('no picture'))).toBe(0);
  expect(firstFrameOf(Buffer.from('GIF89a'))).toBeNull();
});
