import { describe, expect, test } from 'vitest';
import { EngineStartOptions, FromEngine, ToEngine } from '#shared/contract/enginePort.ts';
import {
  fromMediaAddress,
  readMediaAddress,
  toDmFileName,
  toDmVideoName,
  toMediaAddress,
} from '#shared/domain/mediaAddress.ts';
import { POST_LIMIT, remainingLength, weightedLength } from '#shared/domain/postLength.ts';

describe('weightedLength', () => {
  test.each([
    ['', 0],
    ['hello', 5],
    ['漢字', 4],
    ['👩‍👩‍👧', 2],
    ['see https://example.com/a/very/long/address/indeed', 27],
    ['é', 1],
  ])('of %j is %i', (text, length) => {
    expect(weightedLength(text)).toBe(length);
    expect(remainingLength(text)).toBe(POST_LIMIT - length);
  });
});

describe('a media address', () => {
  test('converts back to its origin', () => {
    const url = 'https://pbs.twimg.com/media/a.jpg?name=small&x=%20';
    expect(fromMediaAddress(toMediaAddress(url))).toBe(url);
  });

  test('keeps the message and the wish of a person', () => {
    const url = 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg?a=1&message=2';
    const address = toMediaAddress(url, { messageId: 'dm-1', isWanted: true });
    expect(readMediaAddress(address)).toEqual({ url, messageId: 'dm-1', isWanted: true });
    expect(readMediaAddress(toMediaAddress(url))).toEqual({ url, messageId: null, isWanted: false });
  });

  test.each([
    ['https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg', 'A.jpg'],
    ['https://ton.x.com/1.1/ton/data/dm/1/11/hVJQTwig.m4a', 'hVJQTwig.m4a'],
    ['http://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg', null],
    ['https://ton.twitter.com.evil.example/dm/1/11/A.jpg', null],
    ['https://ton.twitter.com@evil.example/dm/1/11/A.jpg', null],
    ['https://ton.twitter.com/1.1/ton/data/dm/1/11/../../x', null],
    ['https://pbs.twimg.com/media/A.jpg', null],
  ])('of %s has the private file %s', (url, name) => {
    expect(toDmFileName(url)).toBe(name);
  });

  test.each([
    ['https://video.twimg.com/dm_video/11/vid/avc1/720x1280/Ab_c-d.mp4?tag=1', 'Ab_c-d.mp4'],
    [
      'https://video.twimg.com/dm_gif/12/UF-L2NL0RH3sLnu8V99AR2WbIYKXyy3OhL4E0YEw6cK-LcJ92Q.mp4',
      'UF-L2NL0RH3sLnu8V99AR2WbIYKXyy3OhL4E0YEw6cK-LcJ92Q.mp4',
    ],
    ['https://video.twimg.com/dm_video/11/vid/720x1280/a.m3u8', null],
    ['https://video.twimg.com/ext_tw_video/11/vid/720x1280/a.mp4', null],
    ['https://video.twimg.com/dm_video/11/..%2f..%2fa.mp4', null],
    ['http://video.twimg.com/dm_gif/12/a.mp4', null],
    ['https://video.twimg.com.evil.example/dm_gif/12/a.mp4', null],
    [`https://video.twimg.com/dm_gif/12/${'a'.repeat(97)}.mp4`, null],
  ])('of %s has the video %s', (url, name) => {
    expect(toDmVideoName(url)).toBe(name);
  });

  test.each(['https://pbs.twimg.com/a.jpg', 'media://x/?url=%E0%A4%A', 'media://y/?url=a'])(
    '%s is none',
    (address) => {
      expect(fromMediaAddress(address)).toBeNull();
    },
  );
});

describe('a message between shell and engine', () => {
  const options = { dataDir: '/w', agentName: 'Mia', tokens: null };

  test('is accepted', () => {
    expect(EngineStartOptions.parse(options)).toEqual(options);
    expect(ToEngine.parse({ type: 'start', options }).type).toBe('start');
    expect(FromEngine.parse({ type: 'failed', error: { code: 'offline' } }).type).toBe('failed');
  });

  test.each([
    { type: 'start' },
    { type: 'start', options: { ...options, dataDir: '' } },
    { type: 'start', options: { ...options, xUrl: 'nowhere' } },
    { type: 'start', options: { ...options, tokens: { accessToken: '' } } },
    { type: 'dance' },
  ])('rejects %j', (message) => {
    expect(ToEngine.safeParse(message).success).toBe(false);
  });
});
