import { request as httpRequest } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { type Loopback, openLoopback, toRedirectUri } from '#shell/login/loopback.ts';

const open: Loopback[] = [];
afterEach(() => {
  for (const door of open.splice(0)) door.close();
});

async function openDoor(ports: readonly number[] = [0]): Promise<Loopback> {
  const door = await openLoopback(ports, '<p>done</p>');
  if (!door) throw new Error('no port is free');
  open.push(door);
  return door;
}

function ask(
  url: string,
  init: { host?: string; method?: string } = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = init.host ? { host: init.host } : {};
    const asked = httpRequest(url, { method: init.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('takes the one request that carries the state', async () => {
  const door = await openDoor();
  const arriving = door.waitFor('s1');
  const answer = await ask(`${door.redirectUri}?state=s1&code=c1`);
  expect(answer).toEqual({ status: 200, body: '<p>done</p>' });
  expect(await arriving).toBe(`${door.redirectUri}?state=s1&code=c1`);
  expect((await ask(`${door.redirectUri}?state=s1&code=c2`)).status).toBe(404);
});

test('also takes a refusal of the person', async () => {
  const door = await openDoor();
  const arriving = door.waitFor('s1');
  await ask(`${door.redirectUri}?state=s1&error=access_denied`);
  expect(await arriving).toContain('error=access_denied');
});

test.each([
  ['another state', (uri: string) => `${uri}?state=s2&code=c`, {}],
  ['no state', (uri: string) => `${uri}?code=c`, {}],
  ['another path', (uri: string) => `${uri}/?state=s1`, {}],
  ['an icon', (uri: string) => uri.replace('/callback', '/favicon.ico?state=s1'), {}],
  ['another host', (uri: string) => `${uri}?state=s1`, { host: 'evil.example' }],
  ['localhost', (uri: string) => `${uri}?state=s1`, { host: 'localhost' }],
  ['another method', (uri: string) => `${uri}?state=s1`, { method: 'POST' }],
])('refuses %s and goes on waiting', async (_name, toUrl, init) => {
  const door = await openDoor();
  const arriving = door.waitFor('s1');
  expect((await ask(toUrl(door.redirectUri), init)).status).toBe(404);
  await ask(`${door.redirectUri}?state=s1&code=c1`);
  expect(await arriving).toContain('code=c1');
});

test('takes the next port when one is taken, and none when all are', async () => {
  const first = await openDoor();
  const port = Number(new URL(first.redirectUri).port);
  expect(first.redirectUri).toBe(toRedirectUri(port));
  expect((await openDoor([port, 0])).redirectUri).not.toBe(first.redirectUri);
  expect(await openLoopback([port], '')).toBeNull();
});

test('listens no more once it is closed', async () => {
  const door = await openDoor();
  door.close();
  await expect(ask(door.redirectUri)).rejects.toThrow('ECONNREFUSED');
});
