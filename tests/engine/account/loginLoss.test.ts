import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/time.ts';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

const revoked = { credentials: { tokens: { accessToken: 'revoked' }, clientId: null } };
const count = (engine: TestEngine, name: string) =>
  engine.events.filter((event) => event.name === name).length;
const poll = (engine: TestEngine) => engine.call('capture.pollNow', {});

test('a lost login is emitted once, however often X refuses it and also after a restart', async () => {
  const engine = await startTestEngine();
  await poll(engine);
  await engine.restart(revoked);
  await poll(engine);
  await engine.clock.advance(16 * MINUTE_MS);
  await poll(engine);
  await engine.restart(revoked);
  await poll(engine);
  expect(count(engine, 'account.signedOut')).toBeGreaterThan(1);
  expect(count(engine, 'account.loginLost')).toBe(1);
});

test('a login that is lost again after a new one is emitted again', async () => {
  const engine = await startTestEngine();
  await poll(engine);
  await engine.restart(revoked);
  await poll(engine);
  await engine.call('account.useToken', { token: 'demo-token' });
  await engine.restart(revoked);
  await poll(engine);
  expect(count(engine, 'account.loginLost')).toBe(2);
});

test('a login that worked again by itself before it was lost is emitted again', async () => {
  const engine = await startTestEngine();
  await poll(engine);
  await engine.restart(revoked);
  await poll(engine);
  await engine.clock.advance(MINUTE_MS);
  await engine.restart();
  await poll(engine);
  await engine.clock.advance(MINUTE_MS);
  await engine.restart(revoked);
  await poll(engine);
  expect(count(engine, 'account.loginLost')).toBe(2);
});
