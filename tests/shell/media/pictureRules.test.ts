import { expect, test } from 'vitest';
import { toBrowserUserAgent, toImageType, toMediaSource, toMediaType } from '#shell/media/pictureRules.ts';

test.each(['https://pbs.twimg.com/media/a.jpg', 'https://video.twimg.com/a.jpg?x=1'])('fetches %s', (url) => {
  expect(toMediaSource(url, null)).toBe(url);
});

test.each([
  'http://pbs.twimg.com/media/a.jpg',
  'https://pbs.twimg.com:8443/a.jpg',
  'https://pbs.twimg.com.evil.example/a.jpg',
  'https://evil.example/pbs.twimg.com',
  'https://user@pbs.twimg.com/a.jpg',
  'https://twimg.com/a.jpg',
  'file:///etc/passwd',
  'http://127.0.0.1:4000/media/a.jpg',
  'nonsense',
  '',
])('does not fetch %s', (url) => {
  expect(toMediaSource(url, null)).toBeNull();
});

test('fetches from the simulator at its own origin only', () => {
  const origin = 'http://127.0.0.1:4000';
  expect(toMediaSource('http://127.0.0.1:4000/media/a.jpg', origin)).toBe(
    'http://127.0.0.1:4000/media/a.jpg',
  );
  expect(toMediaSource('http://127.0.0.1:4001/state', origin)).toBeNull();
  expect(toMediaSource('http://10.0.0.1:4000/media/a.jpg', origin)).toBeNull();
  expect(toMediaSource('http://user@127.0.0.1:4000/media/a.jpg', origin)).toBeNull();
});

test('fetches what an earlier simulator named from the one that runs now', () => {
  expect(toMediaSource('http://127.0.0.1:4001/media/a.jpg?x=1', 'http://127.0.0.1:4000')).toBe(
    'http://127.0.0.1:4000/media/a.jpg?x=1',
  );
});

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

test('fetches pictures as a browser', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
  const own = `${chrome} Perch/0.1.0 Chrome/142.0.0.0 Electron/45.4.1 Safari/537.36`;
  expect(toBrowserUserAgent(own)).toBe(`${chrome} Chrome/142.0.0.0 Safari/537.36`);
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
