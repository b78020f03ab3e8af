import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '#shared/time.ts';
import { expectValid } from '../schemas/expectValid.ts';
import { responseSchemas } from '../schemas/responses.ts';
import { startTestSimulator } from '../startTestSimulator.ts';
import { codeFields, exchange, getCode, REDIRECT, refreshFields, SCOPE } from './authorizing.ts';

describe('tokens', () => {
  it.each([true, false])('are issued for a code, JSON body: %s', async (asJson) => {
    const simulator = await startTestSimulator();
    const { status, body } = await exchange(simulator, codeFields(await getCode(simulator)), asJson);
    expect(status).toBe(200);
    expectValid(responseSchemas('old').tokens, body);
    expect(body).toMatchObject({ expires_in: 7200, scope: SCOPE });
    expect((await simulator.get('/2/users/me', {}, String(body.access_token))).status).toBe(200);
  });

  it.each([
    { code_verifier: 'another' },
    { redirect_uri: `${REDIRECT}/` },
    { client_id: 'other' },
    { client_id: '' },
    { grant_type: 'password' },
  ])('are not issued for an invalid exchange: %o', async (changes) => {
    const simulator = await startTestSimulator();
    const fields = { ...codeFields(await getCode(simulator)), ...changes };
    expect((await exchange(simulator, fields)).status).toBe(400);
  });

  it('are issued once per code, within 30 seconds', async () => {
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
    simulator.clock.jump(2 * HOUR_MS - 1);
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(200);
    simulator.clock.jump(1);
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(401);
  });

  it('rotate: a refresh token is valid once', async () => {
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

  it('come without a refresh token if the scope lacks offline.access', async () => {
    const simulator = await startTestSimulator();
    expect(simulator.control.issueTokens({ scopes: ['tweet.read'] }).refreshToken).toBeNull();
  });

  it('grant only their scopes', async () => {
    const simulator = await startTestSimulator();
    const { accessToken } = simulator.control.issueTokens({ scopes: ['tweet.read', 'users.read'] });
    expect((await simulator.get('/2/users/me', {}, accessToken)).status).toBe(200);
    expect((await simulator.get('/2/dm_events', {}, accessToken)).status).toBe(403);
    expect((await simulator.send('POST', '/2/tweets', { text: 'a' }, accessToken)).status).toBe(403);
  });

  it('can all be expired at once', async () => {
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

  it('are required', async () => {
    const simulator = await startTestSimulator();
    expect((await fetch(`${simulator.url}/2/users/me`)).status).toBe(401);
    expect((await simulator.get('/2/users/me', {}, 'made-up')).status).toBe(401);
  });
});
