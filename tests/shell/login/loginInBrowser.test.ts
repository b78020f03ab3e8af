import { expect, test } from 'vitest';
import { z } from 'zod';
import type { AppError } from '#shared/errors.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { EngineClient } from '#shared/rpc/client.ts';
import { type BrowserLogin, loginInBrowser, toLoginState } from '#shell/login/loginInBrowser.ts';
import { fakeClock, settle } from '../../support/fakeClock.ts';

const account = { id: '42', handle: 'harbour', name: 'Harbour' };

/** An engine that returns an authorization URL, then the account. */
function engine(
  url = 'https://x.com/i/oauth2/authorize?state=s1',
  finish: Result<unknown, AppError> = ok({ account }),
) {
  const calls: { method: string; input: unknown }[] = [];
  const call = async (method: string, input: unknown) => {
    calls.push({ method, input });
    return method === 'account.beginLogin' ? ok({ url }) : finish;
  };
  return { calls, call: call as unknown as EngineClient['call'] };
}

function login(changes: Partial<BrowserLogin>): BrowserLogin {
  return {
    call: engine().call,
    clientId: 'client',
    ports: [0],
    page: 'done',
    openBrowser: async () => {},
    xUrl: null,
    clock: fakeClock(),
    signal: new AbortController().signal,
    ...changes,
  };
}

/** A browser in which the person approves at once; records the URLs that it opens. */
function approvingBrowser(calls: readonly { input: unknown }[]) {
  const shown: string[] = [];
  const openBrowser = async (url: string) => {
    shown.push(url);
    const { redirectUri } = z.object({ redirectUri: z.string() }).parse(calls[0]?.input);
    void fetch(`${redirectUri}?state=s1&code=c1`).catch(() => {});
  };
  return { shown, openBrowser };
}

test('returns the account after the redirect', async () => {
  const { calls, call } = engine();
  const { shown, openBrowser } = approvingBrowser(calls);
  const result = await loginInBrowser(login({ call, openBrowser }));
  expect(result).toEqual(ok(account));
  expect(shown).toEqual(['https://x.com/i/oauth2/authorize?state=s1']);
  expect(calls.map((it) => it.method)).toEqual(['account.beginLogin', 'account.finishLogin']);
  expect(calls[1]?.input).toMatchObject({ callbackUrl: expect.stringContaining('code=c1') });
});

test('returns the engine’s error', async () => {
  const refused = err({ code: 'loginFailed', reason: 'denied' } as const);
  const { calls, call } = engine(undefined, refused);
  expect(await loginInBrowser(login({ call, ...approvingBrowser(calls) }))).toEqual(refused);
});

test('opens no other site than X', async () => {
  const { call } = engine('https://evil.example/?state=s1');
  let opened = false;
  const openBrowser = async () => {
    opened = true;
  };
  expect(await loginInBrowser(login({ call, openBrowser }))).toEqual(
    err({ code: 'loginFailed', reason: 'wrongAddress' }),
  );
  expect(opened).toBe(false);
});

test('fails if no browser can be opened', async () => {
  const openBrowser = () => Promise.reject(new Error('No application is associated'));
  expect(await loginInBrowser(login({ openBrowser }))).toEqual(
    err({ code: 'loginFailed', reason: 'noBrowser' }),
  );
});

test('opens no browser if cancelled before', async () => {
  let opened = false;
  const openBrowser = async () => {
    opened = true;
  };
  const result = await loginInBrowser(login({ signal: AbortSignal.abort(), openBrowser }));
  expect(result).toEqual(err({ code: 'loginFailed', reason: 'cancelled' }));
  expect(opened).toBe(false);
});

test('stops waiting when cancelled', async () => {
  const controller = new AbortController();
  const result = loginInBrowser(
    login({ signal: controller.signal, openBrowser: async () => controller.abort() }),
  );
  expect(await result).toEqual(err({ code: 'loginFailed', reason: 'cancelled' }));
});

test('stops waiting after five minutes', async () => {
  const clock = fakeClock();
  let opened = () => {};
  const browser = new Promise<void>((resolve) => (opened = resolve));
  const result = loginInBrowser(login({ clock, openBrowser: async () => opened() }));
  await browser;
  await settle();
  await clock.advance(5 * 60_000);
  expect(await result).toEqual(err({ code: 'loginFailed', reason: 'waitedTooLong' }));
});

test.each([
  ['https://x.com/i/oauth2/authorize?state=a', null, 'a'],
  ['https://twitter.com/i/oauth2/authorize?state=a', null, 'a'],
  ['https://x.com/i/oauth2/authorize', null, null],
  ['http://x.com/i/oauth2/authorize?state=a', null, null],
  ['https://x.com.evil.example/?state=a', null, null],
  ['http://127.0.0.1:4000/i/oauth2/authorize?state=a', 'http://127.0.0.1:4000', 'a'],
  ['https://x.com/i/oauth2/authorize?state=a', 'http://127.0.0.1:4000', null],
  ['file:///etc/passwd?state=a', null, null],
])('finds the state of %s with X at %s: %s', (address, xUrl, expected) => {
  expect(toLoginState(address, xUrl)).toBe(expected);
});
