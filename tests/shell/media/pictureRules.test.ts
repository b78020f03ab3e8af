import { expect, test } from 'vitest';
import { toMediaSource } from '#shell/media/pictureRules.ts';

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

test('fetches from the simulator only at its own address', () => {
  const origin = 'http://127.0.0.1:4000';
  expect(toMediaSource('http://127.0.0.1:4000/media/a.jpg', origin)).toBe(
    'http://127.0.0.1:4000/media/a.jpg',
  );
  expect(toMediaSource('http://127.0.0.1:4001/media/a.jpg', origin)).toBeNull();
  expect(toMediaSource('http://user@127.0.0.1:4000/media/a.jpg', origin)).toBeNull();
});
