import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import type { NetworkRequest } from '#shared/domain/networkContact.ts';
import { openMediaCache } from '#shell/media/mediaCache.ts';
import { MEDIA_LIMIT_BYTES } from '#shell/media/pictureRules.ts';
import { serveMedia } from '#shell/media/serveMedia.ts';
import { toPng } from '../../support/pictures.ts';

const png = toPng(3, 2);
let respond: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[];
let recorded: NetworkRequest[];
let origin: string;
let dir: string;
const server = createServer((request, response) => {
  requests.push(request);
  respond(request, response);
});

beforeEach(async () => {
  requests = [];
  recorded = [];
  respond = (_request, response) => response.end(png);
  dir = mkdtempSync(path.join(tmpdir(), 'perch-media-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const get = (url: string, allowed = true) =>
  serveMedia(
    {
      fetch,
      record: (request) => recorded.push(request),
      cache: openMediaCache(dir),
      isAllowed: () => allowed,
      mayFetch: () => true,
      simulatorOrigin: () => origin,
      getPrivateFile: async () => null,
    },
    toMediaAddress(url),
  );

test('takes the media type from the file, not from the server', async () => {
  respond = (_request, response) => response.setHeader('Content-Type', 'text/html').end(png);
  const response = await get(`${origin}/media/a`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
});

test('sends neither cookies nor a referrer', async () => {
  await get(`${origin}/media/a`);
  expect(requests[0]?.headers.cookie).toBeUndefined();
  expect(requests[0]?.headers.referer).toBeUndefined();
});

test('fetches a picture once and then reads it from the cache', async () => {
  await get(`${origin}/media/a`);
  const again = await get(`${origin}/media/a`);
  expect(again.status).toBe(200);
  expect(requests).toHaveLength(1);
});

test('caches the same content once', async () => {
  await get(`${origin}/media/a`);
  await get(`${origin}/media/b`);
  expect(readdirSync(path.join(dir, 'contents'))).toHaveLength(1);
  expect(readdirSync(path.join(dir, 'addresses'))).toHaveLength(2);
});

test('fetches a picture again if its cached file was changed', async () => {
  await get(`${origin}/media/a`);
  const [name = ''] = readdirSync(path.join(dir, 'contents'));
  writeFileSync(path.join(dir, 'contents', name), 'changed');
  expect((await get(`${origin}/media/a`)).status).toBe(200);
  expect(requests).toHaveLength(2);
});

test('loads nothing when the preference is off', async () => {
  expect((await get(`${origin}/media/a`, false)).status).toBe(403);
  expect(requests).toHaveLength(0);
});

test.each(['https://evil.example/a.png', 'file:///etc/passwd'])(
  'refuses %s without fetching it',
  async (url) => {
    expect((await get(url)).status).toBe(403);
  },
);

test.each([
  ['SVG', (response: ServerResponse) => response.setHeader('Content-Type', 'image/png').end('<svg/>')],
  ['an error', (response: ServerResponse) => response.writeHead(404).end(png)],
  ['a redirect', (response: ServerResponse) => response.writeHead(302, { Location: '/b' }).end()],
  [
    'a body that says it is too long',
    (response: ServerResponse) =>
      response.writeHead(200, { 'Content-Length': MEDIA_LIMIT_BYTES + 1 }).write(png),
  ],
  [
    'a body that turns out too long',
    (response: ServerResponse) => response.end(Buffer.concat([png, Buffer.alloc(MEDIA_LIMIT_BYTES)])),
  ],
  [
    'a picture of a few kilobytes that would take gigabytes when decoded',
    (response: ServerResponse) => response.end(toPng(40_000, 8_000)),
  ],
  [
    'a picture that does not say how large it is',
    (response: ServerResponse) => response.end(png.subarray(0, 16)),
  ],
  ['a cut connection', (response: ServerResponse) => response.destroy()],
])('responds 502 to %s and caches nothing', async (_name, respondBadly) => {
  respond = (_request, response) => void respondBadly(response);
  expect((await get(`${origin}/media/a`)).status).toBe(502);
  expect(readdirSync(dir)).toEqual([]);
});

const huge = toPng(14_700, 14_700);

test('never hands on a picture with too many pixels that was cached before', async () => {
  await openMediaCache(dir).put(`${origin}/media/a`, huge);
  expect((await get(`${origin}/media/a`)).status).toBe(502);
  expect(requests).toHaveLength(0);
});

test('loads a picture that a person asked for although the preference is off', async () => {
  const server = {
    fetch,
    record: (request: NetworkRequest) => recorded.push(request),
    cache: openMediaCache(dir),
    isAllowed: () => false,
    mayFetch: () => true,
    simulatorOrigin: () => origin,
    getPrivateFile: async () => null,
  };
  const response = await serveMedia(server, toMediaAddress(`${origin}/media/a`, { isWanted: true }));
  expect(response.status).toBe(200);
});

test('fetches nothing while a file is only read, but serves what is in the cache', async () => {
  const server = {
    fetch,
    record: (request: NetworkRequest) => recorded.push(request),
    cache: openMediaCache(dir),
    isAllowed: () => true,
    mayFetch: () => mayFetch,
    simulatorOrigin: () => origin,
    getPrivateFile: async () => null,
  };
  let mayFetch = false;
  const address = toMediaAddress(`${origin}/media/b`, { isWanted: true });
  expect((await serveMedia(server, address)).status).toBe(403);
  mayFetch = true;
  expect((await serveMedia(server, address)).status).toBe(200);
  mayFetch = false;
  expect((await serveMedia(server, address)).status).toBe(200);
});

test('records each request by its host, its purpose and its outcome, and none that the cache spares', async () => {
  await get(`${origin}/media/a`);
  await get(`${origin}/media/a`);
  await get(`${origin}/media/portrait-7.png`);
  respond = (_request, response) => response.writeHead(404).end();
  await get(`${origin}/media/gone`);
  await get('https://evil.example/a.png');
  const host = '127.0.0.1';
  expect(recorded).toEqual([
    { host, purpose: 'media', isFailed: false, receivedBytes: png.length },
    { host, purpose: 'profilePictures', isFailed: false, receivedBytes: png.length },
    { host, purpose: 'media', isFailed: true, receivedBytes: 0 },
  ]);
});
