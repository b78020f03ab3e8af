import { expect, test } from 'vitest';
import { toBrowserUserAgent, toMediaSource } from '#shell/media/pictureRules.ts';

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

test('fetches pictures as a browser', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
  const own = `${chrome} Perch/0.1.0 Chrome/142.0.0.0 Electron/45.4.1 Safari/537.36`;
  expect(toBrowserUserAgent(own)).toBe(`${chrome} Chrome/142.0.0.0 Safari/537.36`);
});
