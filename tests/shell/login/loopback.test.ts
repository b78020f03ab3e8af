import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Loopback, openLoopback, toRedirectUri } from '#shell/login/loopback.ts';

const open: Loopback[] = [];
afterEach(() => {
  for (const loopback of open.splice(0)) loopback.close();
});

async function start(ports: readonly number[] = [0]): Promise<Loopback> {
  const loopback = await openLoopback(ports, '<p>done</p>');
  if (!loopback) throw new Error('no port is free');
  open.push(loopback);
  return loopback;
}

function send(
  url: string,
  init: { host?: string; method?: string } = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = init.host ? { host: init.host } : {};
    const request = httpRequest(url, { method: init.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('error', reject);
    request.end();
  });
}

test('accepts the first request with the state only', async () => {
  const loopback = await start();
  const redirect = loopback.waitFor('s1');
  const response = await send(`${loopback.redirectUri}?state=s1&code=c1`);
  expect(response).toEqual({ status: 200, body: '<p>done</p>' });
  expect(await redirect).toBe(`${loopback.redirectUri}?state=s1&code=c1`);
  expect((await send(`${loopback.redirectUri}?state=s1&code=c2`)).status).toBe(404);
});

test('accepts a refusal by the person too', async () => {
  const loopback = await start();
  const redirect = loopback.waitFor('s1');
  await send(`${loopback.redirectUri}?state=s1&error=access_denied`);
  expect(await redirect).toContain('error=access_denied');
});

test.each([
  ['another state', (uri: string) => `${uri}?state=s2&code=c`, {}],
  ['no state', (uri: string) => `${uri}?code=c`, {}],
  ['another path', (uri: string) => `${uri}/?state=s1`, {}],
  ['an icon', (uri: string) => uri.replace('/callback', '/favicon.ico?state=s1'), {}],
  ['another host', (uri: string) => `${uri}?state=s1`, { host: 'evil.example' }],
  ['localhost', (uri: string) => `${uri}?state=s1`, { host: 'localhost' }],
  ['another method', (uri: string) => `${uri}?state=s1`, { method: 'POST' }],
])('rejects %s and keeps waiting', async (_name, toUrl, init) => {
  const loopback = await start();
  const redirect = loopback.waitFor('s1');
  expect((await send(toUrl(loopback.redirectUri), init)).status).toBe(404);
  await send(`${loopback.redirectUri}?state=s1&code=c1`);
  expect(await redirect).toContain('code=c1');
});

test('uses the next port if one is taken, and fails if all are', async () => {
  const first = await start();
  const port = Number(new URL(first.redirectUri).port);
  expect(first.redirectUri).toBe(toRedirectUri(port));
  expect((await start([port, 0])).redirectUri).not.toBe(first.redirectUri);
  expect(await openLoopback([port], '')).toBeNull();
});

test('stops listening when closed', async () => {
  const loopback = await start();
  loopback.close();
  await expect(send(loopback.redirectUri)).rejects.toThrow('ECONNREFUSED');
});
