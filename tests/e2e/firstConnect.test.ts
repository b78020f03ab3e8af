import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

const TOKEN = 'token-of-a-first-login';
const day = 86_400_000;
let x: Simulator;

beforeEach(async () => {
  x = await startSimulator({
    port: 0,
    token: TOKEN,
    limits: false,
    // As long as X allows.
    scenario: { account: { handle: 'harbourhelpdesk', name: 'Harbour' } },
  });
  for (let ago = 19; ago >= 1; ago -= 1) {
    const at = Date.now() - ago * day + day / 2;
    x.control.mention({ from: `fan${ago}`, text: `Mention of ${ago} days ago`, at });
    for (let nth = 0; nth < 6; nth += 1) {
      x.control.dm({ from: `friend${ago}x${nth}`, text: 'Hello', at: at + nth });
    }
  }
});
afterEach(() => x.close());

/** What was asked of X apart from the login and counts of posts. */
const reads = () =>
  x.control
    .state()
    .requestLog.map(({ path }) => path)
    .filter((path) => !/^\/2\/(users\/me|tweets\/counts\/recent)$/.test(path));

test('says what reading costs and asks how far back to begin, before anything is read', async () => {
  const userData = freshUserData();
  const { page, close } = await openPerch({ userData, args: ['--x-url', x.url] });
  await page.getByRole('button', { name: en.welcome.connect }).click();
  await page.getByRole('tab', { name: en.welcome.token }).click();
  await page.getByLabel(en.welcome.tokenField).fill(TOKEN);
  await page.getByRole('button', { name: en.welcome.useToken, exact: true }).click();
  await page.getByRole('button', { name: en.welcome.consentForget }).click(patiently);
  const start = page.getByRole('button', { name: en.begin.start });
  await start.waitFor(patiently);
  await page.getByText(/^3 mentions/).waitFor(patiently);
  expect(reads()).toEqual([]);

  await page.getByRole('button', { name: /^Work it out/ }).click();
  await page
    .getByText(/about \d+ private messages/)
    .first()
    .waitFor(patiently);
  expect(reads()).toEqual(['/2/dm_events']);

  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await inEachLanguage(page, async (language) => {
    expect(await middlesOfFields(page), language).toHaveLength(1);
  });
  await page.getByLabel(en.begin.cap).fill('12');
  await page.getByRole('radio', { name: new RegExp(en.begin.choice.days3) }).click();
  await start.click();
  await page.getByRole('listbox').first().waitFor(patiently);
  await page.locator('nav > button bdi').nth(1).waitFor(patiently);
  await inEachLanguage(page, async (language) => {
    expect(await cutNamesOfHead(page), language).toEqual([]);
  });
  await expect.poll(() => reads().length, patiently).toBeGreaterThan(1);
  expect(await askEngine(page, 'budget.get', {})).toMatchObject({ monthlyCapUsd: 12 });
  await expect
    .poll(async () => (await askEngine(page, 'conversations.counts', {})).counts.queue, patiently)
    .toBe(21);
  const queue = await askEngine(page, 'conversations.list', { view: 'queue', limit: 100 });
  expect(Math.min(...queue.items.map(({ waitingSince }) => waitingSince ?? 0))).toBeGreaterThan(
    Date.now() - 3 * day,
  );
  await close();
});

test('asks again after it was closed half-way, and reads nothing meanwhile', async () => {
  const userData = freshUserData();
  const args = ['--x-url', x.url];
  const first = await openPerch({ userData, args });
  await askShell(first.page, 'workspace.connectToken', { token: TOKEN, plainTextConsent: true });
  await first.page.getByRole('button', { name: en.begin.start }).waitFor(patiently);
  await first.close();
  const second = await openPerch({ userData, args });
  await second.page.getByRole('button', { name: en.begin.start }).waitFor(patiently);
  await expect(askEngine(second.page, 'capture.pollNow', {})).rejects.toThrow('notBegun');
  // Whatever was begun has ended with the engine.
  await second.close();
  expect(reads()).toEqual([]);
});

test('a login that X answers slowly can be cancelled, and leaves nothing behind', async () => {
  const userData = freshUserData();
  const { page } = await openPerch({ userData, args: ['--x-url', x.url] });
  x.control.addFault({ kind: 'slow', match: { path: '/2/users/me' }, delayMs: 30_000 });
  await page.getByRole('button', { name: en.welcome.connect }).click();
  await page.getByRole('tab', { name: en.welcome.token }).click();
  await page.getByLabel(en.welcome.tokenField).fill(TOKEN);
  await page.getByRole('button', { name: en.welcome.useToken, exact: true }).click();
  await page.getByText(en.welcome.connecting).waitFor(patiently);
  const asked = () => x.control.state().requestLog.map(({ path }) => path);
  await expect.poll(asked, patiently).toContain('/2/users/me');
  const before = Date.now();
  await page.getByRole('button', { name: en.frame.cancel }).click();
  await page.getByRole('button', { name: en.welcome.useToken, exact: true }).waitFor(patiently);
  expect(Date.now() - before).toBeLessThan(8_000);
  await expect.poll(() => readdirSync(path.join(userData, 'workspaces')), patiently).toEqual([]);
  await page.getByRole('button', { name: en.welcome.useToken, exact: true }).click();
  await page.getByRole('button', { name: en.welcome.consentForget }).click(patiently);
  await page.getByRole('button', { name: en.begin.start }).waitFor(patiently);
});

test('logs in again with one click, in the browser that can be opened once more', async () => {
  const { page, app } = await openPerch({ args: ['--x-url', x.url] });
  const approve = await approveInBrowser(app);
  const connecting = askShell(page, 'workspace.connectInBrowser', { clientId: 'client', memoryOnly: true });
  await approve(1);
  expect(await connecting).toEqual({});
  await askEngine(page, 'capture.begin', { since: null });
  await page.getByRole('listbox').first().waitFor(patiently);
  x.control.expireTokens();
  x.control.addFault({ kind: 'unauthorized', match: { path: '/2/' }, count: 50 });
  x.control.addFault({ kind: 'forbidden', match: { path: 'oauth2/token' }, count: 1 });
  await askEngine(page, 'capture.pollNow', {});
  await page.getByRole('button', { name: en.frame.connectAgain }).first().click(patiently);
  await page.getByText(en.welcome.waiting).waitFor(patiently);
  x.control.clearFaults();
  await page.getByRole('button', { name: en.connect.openAgain }).click();
  await approve(3);
  await page.getByText(en.welcome.waiting).waitFor({ ...patiently, state: 'hidden' });
  expect((await askShell(page, 'shell.state', {})).secretStorage).toBe('memory');
  expect(await askEngine(page, 'capture.pollNow', {})).toMatchObject({ failures: [] });
});

test('logs in again with one click after a restart, which has forgotten the login', async () => {
  const userData = freshUserData();
  const args = ['--x-url', x.url];
  const before = await openPerch({ userData, args });
  const connecting = askShell(before.page, 'workspace.connectInBrowser', {
    clientId: 'client',
    memoryOnly: true,
  });
  await (await approveInBrowser(before.app))(1);
  expect(await connecting).toEqual({});
  await askEngine(before.page, 'capture.begin', { since: null });
  await before.close();

  const { page, app } = await openPerch({ userData, args });
  const approve = await approveInBrowser(app);
  await page.getByRole('button', { name: en.frame.connectAgain }).first().click(patiently);
  await page.getByText(en.welcome.waiting).waitFor(patiently);
  await approve(1);
  await page.getByText(en.welcome.waiting).waitFor({ ...patiently, state: 'hidden' });
  expect(await askEngine(page, 'capture.pollNow', {})).toMatchObject({ failures: [] });
});

/** Stands in for the system's browser; returns what approves the last of so many logins that were opened in it. */
async function approveInBrowser(app: ElectronApplication): Promise<(count: number) => Promise<void>> {
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.openExternal = async (url) => void shown.push(url);
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  return async (count) => {
    await expect.poll(async () => (await shown()).length, patiently).toBe(count);
    await fetch(`${(await shown()).at(-1)}&auto=1`);
  };
}

/** Checks in Dutch, French and, last, in English. */
async function inEachLanguage(page: Page, check: (language: string) => Promise<void>): Promise<void> {
  for (const language of ['nl', 'fr', 'en'] as const) {
    await askShell(page, 'preferences.set', { language });
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await check(language);
  }
}

/** Where the controls of the three fields have their middle, each place once. */
function middlesOfFields(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const fields = document.querySelector('form input[inputmode="decimal"]')?.parentElement?.parentElement;
    const controls = [...(fields?.children ?? [])].map((field) => field.children[1]?.getBoundingClientRect());
    return [...new Set(controls.map((box) => Math.round(((box?.top ?? 0) + (box?.bottom ?? 0)) / 2)))];
  });
}

/** The names at the top of the rail that are cut. */
function cutNamesOfHead(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('nav > button bdi')]
      .filter((name) => name.scrollWidth > name.clientWidth)
      .map((name) => name.innerText),
  );
}
