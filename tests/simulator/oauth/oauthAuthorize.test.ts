import { describe, expect, it } from 'vitest';
import { startTestSimulator } from '../startTestSimulator.ts';
import { authorizeUrl, REDIRECT } from './authorizing.ts';

describe('the consent page', () => {
  it('shows the account and has a button to approve', async () => {
    const simulator = await startTestSimulator();
    const response = await fetch(authorizeUrl(simulator));
    const html = await response.text();
    expect(html).toContain('@harbourhelp');
    const link = /href="([^"]*auto=1[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const agreed = await fetch(`${simulator.url}${link}`, { redirect: 'manual' });
    expect(agreed.headers.get('location')).toContain(`${REDIRECT}?state=st%26te&code=`);
  });

  it('redirects with an error when refused', async () => {
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
  ])('shows an error instead of redirecting an invalid request: %o', async (changes) => {
    const simulator = await startTestSimulator();
    const url = authorizeUrl(simulator, { ...changes, auto: '1' });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });

  it('escapes what a request contains', async () => {
    const simulator = await startTestSimulator();
    const response = await fetch(authorizeUrl(simulator, { scope: '<script>' }));
    expect(await response.text()).not.toContain('<script>');
  });
});
