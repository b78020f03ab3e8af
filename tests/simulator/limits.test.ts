import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestSimulator } from './startTestSimulator.ts';

const MINUTES_15 = 15 * MINUTE_MS;

describe('rate limits', () => {
  it.each([
    ['GET', '/2/users/me', 75],
    ['GET', '/2/users?ids=1', 900],
    ['GET', '/2/users/1/mentions', 300],
    ['GET', '/2/tweets/search/recent?query=a', 300],
    ['GET', '/2/tweets?ids=1', 5000],
    ['GET', '/2/dm_events', 15],
    ['GET', '/2/dm_conversations/with/1/dm_events', 15],
    ['POST', '/2/dm_conversations/with/1/messages', 15],
    ['POST', '/2/tweets', 100],
    ['DELETE', '/2/tweets/1', 50],
  ])('are X’s for %s %s: %d', async (method, path, limit) => {
    const simulator = await startTestSimulator();
    const { headers } = await simulator.send(method, path);
    expect(headers.get('x-rate-limit-limit')).toBe(String(limit));
    expect(headers.get('x-rate-limit-remaining')).toBe(String(limit - 1));
    expect(headers.get('x-rate-limit-reset')).toBe(String((simulator.clock.now() + MINUTES_15) / 1000));
  });

  it('refuse the call beyond the limit, and allow calls again at the reset', async () => {
    const simulator = await startTestSimulator();
    for (let call = 0; call < 15; call += 1) expect((await simulator.get('/2/dm_events')).status).toBe(200);
    const refused = await simulator.get('/2/dm_events');
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({
      title: 'Too Many Requests',
      detail: 'Too Many Requests',
      type: 'about:blank',
      status: 429,
    });
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0');
    simulator.clock.jump(Number(refused.headers.get('x-rate-limit-reset')) * 1000 - simulator.clock.now());
    expect((await simulator.get('/2/dm_events')).status).toBe(200);
  });

  it('count each endpoint separately, across all tokens of the user', async () => {
    const simulator = await startTestSimulator();
    const other = simulator.control.issueTokens().accessToken;
    await simulator.get('/2/dm_events');
    expect((await simulator.get('/2/dm_events', {}, other)).headers.get('x-rate-limit-remaining')).toBe('13');
    const me = await simulator.get('/2/users/me');
    expect(me.headers.get('x-rate-limit-remaining')).toBe('74');
  });

  it('have a daily limit for direct messages too', async () => {
    const simulator = await startTestSimulator();
    const { id } = simulator.control.person({ handle: 'ann' });
    const send = () => simulator.send('POST', `/2/dm_conversations/with/${id}/messages`, { text: 'Hi' });
    for (let sent = 0; sent < 1440; sent += 1) {
      if (sent % 15 === 0 && sent > 0) simulator.clock.jump(14 * MINUTE_MS + MINUTES_15 / 15);
      expect((await send()).status).toBe(201);
    }
    simulator.clock.jump(60_000);
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-rate-limit-limit')).toBe('1440');
  });

  it('are not enforced when turned off', async () => {
    const simulator = await startTestSimulator({ limits: false });
    for (let call = 0; call < 20; call += 1) expect((await simulator.get('/2/dm_events')).status).toBe(200);
    expect((await simulator.get('/2/dm_events')).headers.get('x-rate-limit-remaining')).toBe('15');
  });
});
