import { expect, test } from 'vitest';
import { toImageType, toMediaType } from '#shared/mediaType.ts';

const bytes = (...parts: readonly (number | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));

test.each([
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 'rest')],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF', 0, 0, 0, 0, 'WEBPVP8 ')],
])('recognises %s by its signature', (type, picture) => {
  expect(toImageType(picture)).toBe(type);
});

test.each([
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['HTML', bytes('<!doctype html>')],
  ['half a signature', bytes(0x89, 'PNG')],
  ['nothing', bytes()],
])('does not recognise %s as a picture', (_name, picture) => {
  expect(toImageType(picture)).toBeNull();
});

test.each([
  ['video/mp4', bytes(0, 0, 0, 20, 'ftypisom', 0, 0, 2, 0, 'mp41')],
  ['audio/mp4', bytes(0, 0, 0, 20, 'ftypM4A ', 0, 0, 2, 0, 'mp42')],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 'ftypisom')],
  ['image/webp', bytes('RIFFftypWEBPVP8 ')],
])('serves as %s what Chromium would decode as that', (type, file) => {
  expect(toMediaType(file)).toBe(type);
});

test.each([
  ['by its main brand', bytes(0, 0, 0, 16, 'ftypavif', 0, 0, 0, 0)],
  ['by another brand', bytes(0, 0, 0, 20, 'ftypisom', 0, 0, 0, 0, 'avis')],
  ['perhaps, in a list of unknown length', bytes(0, 0, 0, 0, 'ftypisom', 0, 0, 0, 0, 'avif')],
  ['perhaps, in a list that is too long', bytes(0, 1, 0, 0, 'ftypisom', 0, 0, 0, 0, 'mp41')],
])('serves no AVIF as a video: %s', (_name, file) => {
  expect(toMediaType(file)).toBeNull();
});
