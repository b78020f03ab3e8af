import { expect, test } from 'vitest';
import { toImageType } from '#shell/media/imageType.ts';

const bytes = (...parts: readonly (number | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test.each([
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 'rest')],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8 ')],
])('knows %s by its first bytes', (type, picture) => {
  expect(toImageType(picture)).toBe(type);
});

test.each([
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['HTML', bytes('<!doctype html>')],
  ['half a signature', bytes(0x89, 'PNG')],
  ['nothing', bytes()],
])('takes %s for no picture', (_name, picture) => {
  expect(toImageType(picture)).toBeNull();
});
