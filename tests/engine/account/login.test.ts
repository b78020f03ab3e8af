import { describe, expect, onTestFinished, test } from 'vitest';
import type { Tokens } from '#shared/contract/enginePort.ts';
import { MINUTE_MS } from '#shared/time.ts';
import { startSimulator } from '#simulator/simulator.ts';
import { openConversation, startTestEngine, until } from '../../support/startTestEngine.ts';

const redirectUri = 'http://127.0.0.1:47811/callback';

/** Acts as the browser of a person who agrees: returns the address to which X redirects it. */
async function agree(url: string): Promise<string> {
  const answer = await fetch(`${url}&auto=1`, { redirect: 'manual' });
  return answer.headers.get('location') ?? '';
}

describe('a login in the browser', () => {
  test('connects the account, saves the tokens and keeps them out of the store', async () => {
    const saved: [Tokens, string | null][] = [];
    const engine = await startTestEngine({
      credentials: null,
      sink: {
        saveTokens: async (tokens, clientId) => {
          saved.push([tokens, clientId]);
        },
      },
    });
    expect((await engine.call('system.info', {})).account).toBeNull();
    expect(await engine.fail('capture.pollNow', {})).toEqual({ code: 'notConnected' });
    const { url } = await engine.call('account.beginLogin', { clientId: 'client', redirectUri });
    expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
    const callbackUrl = await agree(url);
    const { account } = await engine.call('account.finishLogin', { callbackUrl });
    expect(account.handle).toBe('harbourhelp');
    expect(saved).toMatchObject([
      [{ accessToken: expect.any(String), refreshToken: expect.any(String) }, 'client'],
    ]);
    expect(engine.events).toContainEqual({
      name: 'account.connected',
      params: { id: account.id, handle: account.handle },
    });
    expect(await engine.call('capture.pollNow', {})).toMatchObject({ failures: [] });
    expect(await engine.fail('account.finishLogin', { callbackUrl })).toMatchObject({
      reason: 'noLoginBegun',
    });
  });

  test('rejects a callback with another state, and one with an error', async () => {
    const engine = await startTestEngine({ credentials: null });
    const { url } = await engine.call('account.beginLogin', { clientId: 'client', redirectUri });
    const forged = `${redirectUri}?code=c&state=forged`;
    expect(await engine.fail('account.finishLogin', { callbackUrl: forged })).toEqual({
      code: 'loginFailed',
      reason: 'wrongState',
    });
    const state = new URL(url).searchParams.get('state');
    for (const denied of ['error=access_denied', 'code=c&error=access_denied']) {
      const callbackUrl = `${redirectUri}?${denied}&state=${state}`;
      expect(await engine.fail('account.finishLogin', { callbackUrl })).toEqual({
        code: 'loginFailed',
        reason: 'access_denied',
      });
    }
    const wrongCode = `${redirectUri}?code=wrong&state=${state}`;
    expect(await engine.fail('account.finishLogin', { callbackUrl: wrongCode })).toEqual({
      code: 'loginFailed',
      reason: 'Value passed for the authorization code was invalid.',
    });
  });

  test('renews an expired token during use, and sends the waiting reply once', async () => {
    const saved: Tokens[] = [];
    const engine = await startTestEngine({
      credentials: null,
      sink: {
        saveTokens: async (tokens) => {
          saved.push(tokens);
        },
      },
    });
    const { url } = await engine.call('account.beginLogin', { clientId: 'client', redirectUri });
    await engine.call('account.finishLogin', { callbackUrl: await agree(url) });
    const { id } = await openConversation(engine);
    engine.control.expireTokens();
    const answers = await Promise.all([engine.send(id, 'On it'), engine.call('capture.pollNow', {})]);
    await until('it is sent', async () => (await engine.entry(answers[0]))?.state === 'sent');
    expect(saved).toHaveLength(2);
    expect(engine.control.state().requests['POST /2/oauth2/token']).toBe(2);
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });
});

describe('a pasted token', () => {
  test('of nobody is refused', async () => {
    const engine = await startTestEngine({ credentials: null });
    expect(await engine.fail('account.useToken', { token: 'wrong' })).toEqual({ code: 'unauthorised' });
  });

  test('connects the account', async () => {
    const engine = await startTestEngine({ credentials: null });
    const { account } = await engine.call('account.useToken', { token: 'demo-token' });
    expect((await engine.call('system.info', {})).account).toEqual(account);
  });

  test('that X refuses once is used again after a minute', async () => {
    const engine = await startTestEngine();
    await engine.call('capture.pollNow', {});
    engine.control.addFault({ kind: 'unauthorized' });
    const refused = await engine.call('capture.pollNow', {});
    expect(refused.failures).toContainEqual(expect.objectContaining({ error: { code: 'unauthorised' } }));
    await engine.clock.advance(MINUTE_MS);
    expect(await engine.call('capture.pollNow', {})).toMatchObject({ failures: [] });
  });

  test('that X no longer accepts signs out; a new one sends the reply that waits', async () => {
    const engine = await startTestEngine();
    const { id } = await openConversation(engine);
    await engine.restart({ credentials: { tokens: { accessToken: 'revoked' }, clientId: null } });
    const outboxId = await engine.send(id, 'On it');
    await until(
      'it waits for a login',
      async () => (await engine.entry(outboxId))?.error?.code === 'unauthorised',
    );
    expect(engine.events).toContainEqual({ name: 'account.signedOut', params: {} });
    await engine.call('account.useToken', { token: 'demo-token' });
    await until('it is sent', async () => (await engine.entry(outboxId))?.state === 'sent');
    expect(engine.control.state().sentPosts).toHaveLength(1);
  });
});

test('a workspace refuses another account, and sends nothing in its name', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  const stranger = await startSimulator({
    clock: engine.clock,
    scenario: { account: { handle: 'otherbrand', name: 'Other' } },
  });
  onTestFinished(() => stranger.close());
  await engine.restart({ xUrl: stranger.url });
  const wrongAccount = { code: 'wrongAccount', expected: 'harbourhelp', found: 'otherbrand' };
  const outboxId = await engine.send(id, 'On it');
  await until('it waits', async () => (await engine.entry(outboxId))?.error?.code === 'wrongAccount');
  const { failures } = await engine.call('capture.pollNow', {});
  expect(failures.map(({ error }) => error)).toEqual([wrongAccount, wrongAccount, wrongAccount]);
  expect(await engine.fail('account.useToken', { token: 'demo-token' })).toEqual(wrongAccount);
  expect((await engine.call('system.info', {})).account?.handle).toBe('harbourhelp');
  expect(Object.keys(stranger.control.state().requests)).toEqual(['GET /2/users/me']);
});

test('a workspace whose account is known works without a network', async () => {
  const engine = await startTestEngine();
  const { id } = await openConversation(engine);
  await engine.restart({ xUrl: 'http://127.0.0.1:9' });
  expect((await engine.call('system.info', {})).account?.handle).toBe('harbourhelp');
  expect((await engine.call('conversations.list', { view: 'queue' })).items).toHaveLength(1);
  const { failures } = await engine.call('capture.pollNow', {});
  expect(failures.map(({ error }) => error.code)).toEqual(['offline', 'offline', 'offline']);
  expect(await engine.send(id, 'Later', 'public', 60_000)).toBeTruthy();
});

test('a workspace without account and network reports both', async () => {
  const engine = await startTestEngine({ xUrl: 'http://127.0.0.1:9' });
  expect((await engine.call('system.info', {})).account).toBeNull();
  expect(await engine.fail('capture.pollNow', {})).toEqual({ code: 'offline' });
});
