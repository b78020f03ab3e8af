import { expect, test } from 'vitest';
import { startTestEngine } from '../../support/startTestEngine.ts';

test('what X responds after a login was cancelled is not used', async () => {
  const kept: string[] = [];
  const engine = await startTestEngine({
    sink: { saveTokens: async ({ accessToken }) => void kept.push(accessToken) },
    timeoutMs: 5_000,
  });
  await engine.call('capture.pollNow', {});
  engine.control.addFault({ kind: 'slow', match: { path: '/2/users/me' }, delayMs: 300 });
  const second = engine.control.issueTokens().accessToken;
  const login = engine.fail('account.useToken', { token: second });
  // The request is on its way.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await engine.call('account.cancelLogin', {});
  expect(await login).toEqual({ code: 'loginFailed', reason: 'cancelled' });
  expect(engine.control.state().requestLog.at(-1)?.path).toBe('/2/users/me');
  expect(kept).toEqual([]);
});
