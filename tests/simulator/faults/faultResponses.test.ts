import { describe, expect, it } from 'vitest';
import { startTestSimulator, type TestSimulator } from '../startTestSimulator.ts';

const POST_ONLY = { method: 'POST', path: '^/2/tweets$' };

function post(simulator: TestSimulator, timeoutMs = 5000): Promise<Response> {
  return fetch(`${simulator.url}/2/tweets`, {
    method: 'POST',
    headers: { authorization: 'Bearer demo-token' },
    body: JSON.stringify({ text: 'Hello' }),
    signal: AbortSignal.timeout(timeoutMs),
  });
}

const sentCount = (simulator: TestSimulator) => simulator.control.state().sentPosts.length;

describe('a request under a fault rule', () => {
  it.each([
    ['timeout', 'before', 0],
    ['timeout', 'after', 1],
    ['reset', 'before', 0],
    ['reset', 'after', 1],
  ] as const)('gets no response with %s %s taking effect', async (kind, when, sent) => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind, when, match: POST_ONLY });
    await expect(post(simulator, 300)).rejects.toThrow();
    expect(sentCount(simulator)).toBe(sent);
    expect(simulator.control.state().requestLog.at(-1)).toMatchObject({ status: 0, fault: kind });
    expect((await simulator.get('/2/users/me')).status).toBe(200);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('gets a 5xx %s taking effect', async (when, sent) => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'serverError', status: 502, when, match: POST_ONLY });
    expect((await post(simulator)).status).toBe(502);
    expect(sentCount(simulator)).toBe(sent);
  });

  it('gets a 403 with the given detail', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'forbidden', detail: 'Your account is suspended.' });
    const seen = await simulator.get('/2/users/me');
    expect(seen).toMatchObject({ status: 403, body: { detail: 'Your account is suspended.' } });
  });

  it('gets a 402 without credits', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'creditsDepleted' });
    expect(await simulator.get('/2/users/me')).toMatchObject({
      status: 402,
      body: { title: 'CreditsDepleted' },
    });
  });

  it.each([
    ['problem', 'right', '0', (body: object) => expect(body).toHaveProperty('type', 'about:blank')],
    ['code88', 'right', '0', (body: object) => expect(body).toHaveProperty(['errors', 0, 'code'], 88)],
    [
      'usageCapped',
      'right',
      '39999',
      (body: object) => expect(body).toHaveProperty('title', 'UsageCapExceeded'),
    ],
    ['problem', 'missing', null, () => {}],
    ['problem', 'wrong', '39999', () => {}],
  ] as const)('gets a 429 as %s with %s headers', async (shape, headers, remaining, check) => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'rateLimited', shape, headers });
    const seen = await simulator.get('/2/users/me');
    expect(seen.status).toBe(429);
    expect(seen.headers.get('x-rate-limit-remaining')).toBe(remaining);
    check(seen.body);
  });

  it('gets a delayed response', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'slow', delayMs: 200 });
    await expect(post(simulator, 50)).rejects.toThrow();
    simulator.control.addFault({ kind: 'slow', delayMs: 50 });
    expect((await simulator.get('/2/users/me')).status).toBe(200);
  });

  it('gets a page of HTML', async () => {
    const simulator = await startTestSimulator();
    simulator.control.addFault({ kind: 'html', match: POST_ONLY });
    const response = await post(simulator);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });
});
