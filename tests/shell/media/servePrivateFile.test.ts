import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import { openMediaCache } from '#shell/media/mediaCache.ts';
import { serveMedia } from '#shell/media/serveMedia.ts';
import { toJpeg, toPng } from '../../support/pictures.ts';
import { toMp4 } from '../../support/videos.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'perch-media-'));
});

const photo = 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg';
const jpg = toJpeg(3, 2);
const huge = toPng(14_700, 14_700);

interface PrivateOptions {
  readonly range?: string | null;
  readonly url?: string;
  readonly isAllowed?: boolean;
  /** To how many bytes the file is lengthened. */
  readonly size?: number;
  readonly fetch?: (address: string) => Promise<Response>;
}

const refuseToFetch = () => {
  throw new Error('a private file is fetched by the engine only');
};

function servePrivate(
  bytes: Uint8Array | null,
  { range = null, url = photo, isAllowed = true, size, fetch: load = refuseToFetch }: PrivateOptions = {},
) {
  const file = path.join(dir, 'A.jpg');
  if (bytes) writeFileSync(file, bytes);
  if (size) truncateSync(file, size);
  const asked: string[] = [];
  const response = serveMedia(
    {
      fetch: load,
      record: () => {},
      cache: openMediaCache(path.join(dir, 'cache')),
      isAllowed: () => isAllowed,
      mayFetch: () => true,
      simulatorOrigin: () => null,
      getPrivateFile: async (messageId, remote) => {
        asked.push(`${messageId} ${remote}`);
        return bytes && file;
      },
    },
    toMediaAddress(url, { messageId: 'dm-1' }),
    range,
  );
  return { response, asked };
}

test('takes a picture of a private message from the engine', async () => {
  const { response, asked } = servePrivate(jpg);
  expect((await response).headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await (await response).arrayBuffer())).toEqual(jpg);
  expect(asked).toEqual([`dm-1 ${photo}`]);
});

test('plays a voice message, in parts if the player wants it', async () => {
  const voice = Buffer.from('\0\0\0\x20ftypM4A voice');
  const { response } = servePrivate(voice, { range: 'bytes=4-7' });
  const part = await response;
  expect(part.status).toBe(206);
  expect(part.headers.get('content-type')).toBe('audio/mp4');
  expect(part.headers.get('content-range')).toBe(`bytes 4-7/${voice.length}`);
  expect(await part.text()).toBe('ftyp');
});

test.each([
  ['bytes=-5', 206, 'voice'],
  ['bytes=12-', 206, 'voice'],
  ['bytes=0-3,8-9', 200, '\0\0\0\x20ftypM4A voice'],
  ['bytes=900-', 416, ''],
])('responds to the range %s with %i', async (range, status, text) => {
  const { response } = servePrivate(Buffer.from('\0\0\0\x20ftypM4A voice'), { range });
  expect((await response).status).toBe(status);
  expect(await (await response).text()).toBe(text);
});

test('responds 502 to a private file that cannot be had, or is no picture or recording', async () => {
  expect((await servePrivate(null).response).status).toBe(502);
  expect((await servePrivate(Buffer.from('<svg/>')).response).status).toBe(502);
});

test('never hands on a private picture with too many pixels, nor a part of it', async () => {
  expect(huge.length).toBeLessThan(50_000);
  expect((await servePrivate(huge).response).status).toBe(502);
  expect((await servePrivate(huge, { range: 'bytes=0-' }).response).status).toBe(502);
});

test('never asks the engine for anything else, whatever the message', async () => {
  const { response, asked } = servePrivate(jpg, { url: 'https://evil.example/dm/1/11/A.jpg' });
  expect((await response).status).toBe(403);
  expect(asked).toEqual([]);
});

const clip = 'https://video.twimg.com/dm_video/11/vid/720x1280/a.mp4?tag=1';

test.each([
  [null, 200, [0, 56]],
  ['bytes=0-', 206, [0, 56]],
  ['bytes=8-19', 206, [8, 20]],
  ['bytes=40-900', 206, [40, 56]],
  ['bytes=-6', 206, [50, 56]],
  ['bytes=-900', 206, [0, 56]],
] as const)('streams a stored video; the range %s gets %i', async (range, status, [start, end]) => {
  const video = toMp4(16);
  expect(video.length).toBe(56);
  const response = await servePrivate(video, { url: clip, range }).response;
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('video/mp4');
  expect(response.headers.get('accept-ranges')).toBe('bytes');
  expect(response.headers.get('content-length')).toBe(String(end - start));
  expect(response.headers.get('content-range')).toBe(status === 206 ? `bytes ${start}-${end - 1}/56` : null);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(video.subarray(start, end));
});

test.each(['bytes=56-', 'bytes=900-901', 'bytes=-0'])('responds 416 to %s of a video', async (range) => {
  const response = await servePrivate(toMp4(16), { url: clip, range }).response;
  expect(response.status).toBe(416);
  expect(response.headers.get('content-range')).toBe('bytes */56');
});

test('reads only what a player wants of a video, however large it is', async () => {
  const size = 400_000_000;
  const { response } = servePrivate(toMp4(16), { url: clip, range: `bytes=${size - 3}-`, size });
  const before = process.memoryUsage.rss();
  expect(Buffer.from(await (await response).arrayBuffer())).toEqual(Buffer.alloc(3));
  expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
});

test('a player that breaks off lets go of the file', async () => {
  const { response } = servePrivate(toMp4(16), { url: clip, size: 10_000_000 });
  const reader = (await response).body?.getReader();
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
  await reader?.cancel();
  rmSync(path.join(dir, 'A.jpg'));
});

test('a video that is not stored, or is none, is fetched as that of a post', async () => {
  for (const file of [null, Buffer.from('<svg/>')]) {
    const fetched: string[] = [];
    const { response, asked } = servePrivate(file, {
      url: clip,
      fetch: async (address) => {
        fetched.push(address);
        return new Response(new Uint8Array(toMp4(1)));
      },
    });
    expect((await response).status).toBe(200);
    expect(asked).toEqual([`dm-1 ${clip}`]);
    expect(fetched.length).toBe(1);
    rmSync(path.join(dir, 'cache'), { recursive: true });
  }
});
