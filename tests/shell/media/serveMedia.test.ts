import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toMediaAddress } from '#shared/domain/mediaAddress.ts';
import { openMediaCache } from '#shell/media/mediaCache.ts';
import { MEDIA_LIMIT_BYTES } from '#shell/media/pictureRules.ts';
import { serveMedia } from '#shell/media/serveMedia.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
let respond: (request: IncomingMessage, response: ServerResponse) => void;
let requests: IncomingMessage[];
let origin: string;
let dir: string;
const server = createServer((request, response) => {
  requests.push(request);
  respond(request, response);
});

beforeEach(async () => {
  requests = [];
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
      cache: openMediaCache(dir),
      isAllowed: () => allowed,
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
  ['a cut connection', (response: ServerResponse) => response.destroy()],
])('responds 502 to %s and caches nothing', async (_name, respondBadly) => {
  respond = (_request, response) => void respondBadly(response);
  expect((await get(`${origin}/media/a`)).status).toBe(502);
  expect(readdirSync(dir)).toEqual([]);
});
