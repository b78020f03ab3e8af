import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerSchemas } from './schemas/answers.ts';
import { expectValid } from './schemas/expectValid.ts';
import { startTestSimulator, type TestSimulator, toRecord } from './startTestSimulator.ts';

const VERIFIER = 'a-verifier-that-is-long-enough-to-be-one-0123456789';
const REDIRECT = 'http://127.0.0.1:43110/callback';
const SCOPE = 'tweet.read users.read offline.access';

function authorizeUrl(simulator: TestSimulator, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'perch',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'st&te',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return `${simulator.url}/i/oauth2/authorize?${query}`;
}

async function getCode(simulator: TestSimulator): Promise<string> {
  const response = await fetch(authorizeUrl(simulator, { auto: '1' }), { redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? '');
  expect(location.searchParams.get('state')).toBe('st&te');
  return location.searchParams.get('code') ?? '';
}

async function exchange(simulator: TestSimulator, fields: Record<string, string>, asJson = false) {
  const response = await fetch(`${simulator.url}/2/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': asJson ? 'application/json' : 'application/x-www-form-urlencoded' },
    body: asJson ? JSON.stringify(fields) : new URLSearchParams(fields).toString(),
  });
  return { status: response.status, body: toRecord(await response.json()) };
}

const codeFields = (code: string) => ({
  grant_type: 'authorization_code',
  client_id: 'perch',
  code,
  redirect_uri: REDIRECT,
  code_verifier: VERIFIER,
});
const refreshFields = (token: unknown) => ({
  grant_type: 'refresh_token',
  client_id: 'perch',
  refresh_token: String(token),
});

describe('the consent page', () => {
  it('shows whom the app may act for, with a button that agrees', async () => {
    const simulator = await startTestSimulator();
    const response = await fetch(authorizeUrl(simulator));
    const html = await response.text();
    expect(html).toContain('@harbourhelp');
    const link = /href="([^"]*auto=1[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const agreed = await fetch(`${simulator.url}${link}`, { redirect: 'manual' });
    expect(agreed.headers.get('location')).toContain(`${REDIRECT}?state=st%26te&code=`);
  });

  it('sends back a refusal', async () => {
    const simulator = await startTestSimulator();
    const response = await fetch(authorizeUrl(simulator, { decision: 'deny' }), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${REDIRECT}?state=st%26te&error=access_denied`);
  });

  it.each([
    { response_type: 'token' },
    { client_id: '' },
    { state: '' },
    { code_challenge: 'short' },
    { code_challenge_method: 'plain' },
    { scope: 'tweet.read root' },
    { redirect_uri: 'not an address' },
  ])('explains a wrong request instead of redirecting: %o', async (changes) => {
    const simulator = await startTestSimulator();
    const url = authorizeUrl(simulator, { ...changes, auto: '1' });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('shows what it is given as text', async () => {
    const simulator = await startTestSimulator();
    const response = await fetch(authorizeUrl(simulator, { scope: '<script>' }));
    expect(await response.text()).not.toContain('<script>');
  });
});

describe('tokens', () => {
  it.each([true, false])('come for a code, JSON body: %s', async (asJson) => {
    const simulator = await startTestSimulator();
    const { status, body } = await exchange(simulator, codeFields(await getCode(simulator)), asJson);
    expect(status).toBe(200);
    expectValid(answerSchemas('old').tokens, body);
    expect(body).toMatchObject({ expires_in: 7200, scope: SCOPE });
    expect((await simulator.get('/2/users/me', {}, String(body.access_token))).status).toBe(200);
  });

  it.each([
    { code_verifier: 'another' },
    { redirect_uri: `${REDIRECT}/` },
    { client_id: 'other' },
    { client_id: '' },
    { grant_type: 'password' },
  ])('do not come for a wrong exchange: %o', async (changes) => {
    const simulator = await startTestSimulator();
    const fields = { ...codeFields(await getCode(simulator)), ...changes };
    expect((await exchange(simulator, fields)).status).toBe(400);
  });

  it('come once for a code, and only for 30 seconds', async () => {
    const simulator = await startTestSimulator();
    const code = await getCode(simulator);
    expect((await exchange(simulator, codeFields(code))).status).toBe(200);
    expect((await exchange(simulator, codeFields(code))).status).toBe(400);
    const late = await getCode(simulator);
    simulator.clock.jump(30_000);
    expect((await exchange(simulator, codeFields(late))).status).toBe(400);
  });

  it('last two hours', async () => {
    const simulator = await startTestSimulator();
    const { accessToken } = simulator.control.issueTokens();
    simulator.clock.jump(2 * 60 * 60_000 - 1);
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(200);
    simulator.clock.jump(1);
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(401);
  });

  it('rotate: a refresh token is good once', async () => {
    const simulator = await startTestSimulator();
    const first = simulator.control.issueTokens({ clientId: 'perch' });
    const second = await exchange(simulator, refreshFields(first.refreshToken));
    expect(second.status).toBe(200);
    const spent = await exchange(simulator, refreshFields(first.refreshToken));
    expect(spent).toEqual({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' },
    });
    expect((await exchange(simulator, refreshFields(second.body.refresh_token))).status).toBe(200);
  });

  it('come without a refresh token when the app may not stay signed in', async () => {
    const simulator = await startTestSimulator();
    expect(simulator.control.issueTokens({ scopes: ['tweet.read'] }).refreshToken).toBeNull();
  });

  it('allow only what their scopes allow', async () => {
    const simulator = await startTestSimulator();
    const { accessToken } = simulator.control.issueTokens({ scopes: ['tweet.read', 'users.read'] });
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(200);
    expect((await simulator.get('/2/dm_events', {}, accessToken)).status).toBe(403);
    expect((await simulator.send('POST', '/2/tweets', { text: 'a' }, accessToken)).status).toBe(403);
  });

  it('end all at once when told to', async () => {
    const simulator = await startTestSimulator();
    simulator.control.expireTokens();
    const seen = await simulator.get('/2/users/me');
    expect(seen.status).toBe(401);
    expect(seen.body).toEqual({
      title: 'Unauthorized',
      type: 'about:blank',
      status: 401,
      detail: 'Unauthorized',
    });
  });

  it('are needed', async () => {
    const simulator = await startTestSimulator();
    expect((await fetch(`${simulator.url}/2/users/me`)).status).toBe(401);
    expect((await simulator.get('/2/users/me', {}, 'made-up')).status).toBe(401);
  });
});
