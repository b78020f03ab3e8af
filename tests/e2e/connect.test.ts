import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { expectPermissions } from '../support/platform.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';

const TOKEN = 'canary-token-5c1f';
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, token: TOKEN, limits: false });
});
afterAll(() => simulator.close());

test('asks before a token is stored unencrypted, and can forget it on quit', async () => {
  const userData = freshUserData();
  const { page, close } = await openPerch({ userData, args: ['--x-url', simulator.url] });
  expect(await askShell(page, 'workspace.connectToken', { token: TOKEN })).toEqual({
    error: { code: 'plainTextConsentNeeded' },
  });
  expect(await askShell(page, 'workspace.connectToken', { token: TOKEN, memoryOnly: true })).toEqual({});
  const { account } = await askEngine(page, 'system.info', {});
  const state = await askShell(page, 'shell.state', {});
  expect(state.workspace).toEqual({
    kind: 'account',
    id: state.accounts?.[0]?.id,
    handle: account?.handle,
  });
  expect(state.secretStorage).toBe('memory');
  await close();
  expect(filesWith(userData, TOKEN)).toEqual([]);
});

test('reopens a connected account with the token that was stored by consent', async () => {
  const userData = freshUserData();
  const args = ['--x-url', simulator.url];
  const first = await openPerch({ userData, args });
  const connected = await askShell(first.page, 'workspace.connectToken', {
    token: TOKEN,
    plainTextConsent: true,
  });
  expect(connected).toEqual({});
  await askEngine(first.page, 'budget.set', { monthlyCapUsd: 25 });
  await askEngine(first.page, 'capture.begin', { since: null });
  await first.close();
  expect(filesWith(userData, TOKEN)).toEqual([]);
  const [login = ''] = readdirSync(path.join(userData, 'logins'));
  expectPermissions(path.join(userData, 'logins', login), 0o600);

  const second = await openPerch({ userData, args });
  expect(await askEngine(second.page, 'capture.pollNow', {})).toMatchObject({ failures: [] });
  expect(await askEngine(second.page, 'budget.get', {})).toMatchObject({ monthlyCapUsd: 25 });
  expect((await askShell(second.page, 'shell.state', {})).secretStorage).toBe('plainText');
});

test('says that a token is refused, and leaves nothing behind', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--x-url', simulator.url] });
  const refused = await askShell(page, 'workspace.connectToken', { token: 'wrong', memoryOnly: true });
  expect(refused).toMatchObject({ error: { code: 'unauthorised' } });
  expect((await askShell(page, 'shell.state', {})).workspace).toEqual({ kind: 'none' });
  expect(readdirSync(path.join(userData, 'workspaces'))).toEqual([]);
});

test('reuses the workspace of an account that is connected again', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--x-url', simulator.url] });
  const connect = () => askShell(page, 'workspace.connectToken', { token: TOKEN, memoryOnly: true });
  await connect();
  await askEngine(page, 'capture.begin', { since: null });
  const workspaces = readdirSync(path.join(userData, 'workspaces'));
  expect(workspaces).toHaveLength(1);
  expect(await connect()).toEqual({});
  await askShell(page, 'workspace.close', {});
  expect(await connect()).toEqual({});
  await askShell(page, 'workspace.close', {});
  const [account] = (await askShell(page, 'shell.state', {})).accounts ?? [];
  expect(await askShell(page, 'workspace.openAccount', { id: account?.id ?? '' })).toEqual({});
  expect(await askEngine(page, 'capture.pollNow', {})).toMatchObject({ failures: [] });
  expect((await askShell(page, 'shell.state', {})).workspace.kind).toBe('account');
  expect(readdirSync(path.join(userData, 'workspaces'))).toEqual(workspaces);
});

test('connects by a login in the browser', async () => {
  const { app, page } = await openPerch({ args: ['--x-url', simulator.url] });
  const opened = await watchOpened(app);
  const connecting = askShell(page, 'workspace.connectInBrowser', { clientId: 'client', memoryOnly: true });
  // The user's browser, in which the user agrees at once.
  const callback = await fetch(`${await opened()}&auto=1`);
  expect(new URL(callback.url).origin).toMatch(/^http:\/\/127\.0\.0\.1:4781[123]$/);
  expect(await callback.text()).toContain('You can return to Perch');
  expect(await connecting).toEqual({});
  expect((await askShell(page, 'shell.state', {})).workspace.kind).toBe('account');
  expect((await askEngine(page, 'system.info', {})).account).not.toBeNull();
});

test('reports a login that was denied in the browser', async () => {
  const { app, page } = await openPerch({ args: ['--x-url', simulator.url] });
  const opened = await watchOpened(app);
  const connecting = askShell(page, 'workspace.connectInBrowser', { clientId: 'client', memoryOnly: true });
  const asked = new URL(await opened()).searchParams;
  const answer = new URLSearchParams({ state: asked.get('state') ?? '', error: 'access_denied' });
  await fetch(`${asked.get('redirect_uri')}?${answer}`);
  expect(await connecting).toMatchObject({ error: { code: 'loginFailed' } });
  expect((await askShell(page, 'shell.state', {})).workspace).toEqual({ kind: 'none' });
});

test('stops waiting for the browser when the login is cancelled', async () => {
  const { app, page } = await openPerch({ args: ['--x-url', simulator.url] });
  const opened = await watchOpened(app);
  const connecting = askShell(page, 'workspace.connectInBrowser', { clientId: 'client', memoryOnly: true });
  await opened();
  await askShell(page, 'workspace.cancelConnect', {});
  expect(await connecting).toEqual({ error: { code: 'loginFailed', reason: 'cancelled' } });
});

/** Stands in for the system's browser. Returns what waits for the first address that Perch opens in it. */
async function watchOpened(app: ElectronApplication): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }) => {
    const opened = new Promise<string>((resolve) => {
      shell.openExternal = async (url) => resolve(url);
    });
    Object.assign(globalThis, { opened });
  });
  return () => app.evaluate(() => (globalThis as unknown as { opened: Promise<string> }).opened);
}

/** The files below a folder that contain a text. */
function filesWith(dir: string, text: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
