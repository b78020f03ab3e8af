import { expect, test } from 'vitest';
import type { NetworkPurpose } from '#shared/domain/networkContact.ts';
import { openConversation, startTestEngine, type TestEngine, until } from '../support/startTestEngine.ts';

const redirectUri = 'http://127.0.0.1:47811/callback';

const purposesOf = async (engine: TestEngine): Promise<Partial<Record<NetworkPurpose, number>>> => {
  const { items } = await engine.call('network.list', {});
  expect(new Set(items.map(({ host }) => host))).toEqual(new Set(['127.0.0.1']));
  return Object.fromEntries(items.map(({ purpose, requests }) => [purpose, requests]));
};

const total = (counts: Partial<Record<string, number>>) =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);

test('lists nothing before anything is contacted', async () => {
  const engine = await startTestEngine({ credentials: null });
  expect(await engine.call('network.list', {})).toEqual({ items: [] });
});

test('lists every request that X got, from the login to the reply', async () => {
  const engine = await startTestEngine({ credentials: null });
  const { url } = await engine.call('account.beginLogin', { clientId: 'client', redirectUri });
  const agreed = await fetch(`${url}&auto=1`, { redirect: 'manual' });
  const callbackUrl = agreed.headers.get('location') ?? '';
  await engine.call('account.finishLogin', { callbackUrl });
  const { id } = await openConversation(engine);
  await engine.send(id, 'On it');
  await until('the reply is sent', async () => (await purposesOf(engine)).send === 1);
  const purposes = await purposesOf(engine);
  expect(purposes).toMatchObject({ login: 1, account: 1, send: 1, mentions: expect.any(Number) });
  const { requests } = engine.control.state();
  const inBrowser = 1;
  expect(total(purposes)).toBe(total(requests) - inBrowser);
});

test('counts what failed, and knows it after a restart', async () => {
  const engine = await startTestEngine();
  await engine.call('capture.pollNow', {});
  const before = await purposesOf(engine);
  await engine.simulator.close();
  await engine.call('capture.pollNow', {});
  const { items } = await engine.call('network.list', {});
  const mentions = items.find(({ purpose }) => purpose === 'mentions');
  expect(mentions).toMatchObject({ requests: (before.mentions ?? 0) + 1, failed: 1 });
  expect(mentions?.receivedBytes).toBeGreaterThan(0);
  expect(mentions?.lastAt).toBeGreaterThanOrEqual(mentions?.firstAt ?? 0);
  await engine.restart({ credentials: null });
  expect(await engine.call('network.list', {})).toEqual({ items });
});
