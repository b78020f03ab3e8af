import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { type Simulator, startSimulator } from '#simulator/simulator.ts';
import { askEngine, askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { patiently, replyField } from './support/theWindow.ts';

const token = 'token-of-harbour';
const seconds = { timeout: 8_000 };

/** An account whose X can be taken away and brought back; it polls by itself too seldom to matter. */
async function openAccount() {
  const x = { now: await start(0) };
  onTestFinished(() => x.now.close());
  const port = Number(new URL(x.now.url).port);
  x.now.control.mention({ from: 'annadv', text: 'where is my order?' });
  const { page, app } = await openPerch({ args: ['--x-url', x.now.url] });
  expect(await askShell(page, 'workspace.connectToken', { token, memoryOnly: true })).toEqual({});
  await askEngine(page, 'budget.set', { monthlyCapUsd: 25 });
  await askEngine(page, 'capture.begin', { since: null });
  await page.getByRole('option').first().waitFor(patiently);
  const up = async () => {
    x.now = await start(port);
  };
  return { app, page, x, up, down: () => x.now.close() };
}

function start(port: number): Promise<Simulator> {
  const people = [{ handle: 'annadv', name: 'Anna de Vries' }];
  return startSimulator({ port, token, limits: false, scenario: { account: account, people, events: [] } });
}
const account = { handle: 'harbourhelp', name: 'Harbour Help' };

const state = (page: Page, words: string) => page.getByRole('navigation').getByText(words, { exact: true });
const toast = (page: Page) => page.getByRole('region', { name: 'What you did' }).getByRole('status');

test('the state follows a reply and the network within seconds, in both directions', async () => {
  const { page, down, up } = await openAccount();
  await state(page, 'Live').waitFor(patiently);
  await askEngine(page, 'settings.set', { undoSeconds: 0 });
  await down();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await replyField(page).fill('It is on its way.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await state(page, 'Offline').waitFor(seconds);
  await up();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await state(page, 'Live').waitFor(seconds);
});

test('Shift+R says that it checks and what it found', async () => {
  const { page, x, down, up } = await openAccount();
  await page.keyboard.press('Shift+R');
  await toast(page).getByText('Checked just now · Nothing new').waitFor(patiently);
  x.now.control.mention({ from: 'annadv', text: 'hello?' });
  await page.keyboard.press('Shift+R');
  await toast(page).getByText('Checked just now · 1 new').waitFor(patiently);
  await down();
  await page.keyboard.press('Shift+R');
  await toast(page).getByText('X can’t be reached.').waitFor(patiently);
  await state(page, 'Offline').waitFor(seconds);
  await up();
  await page.keyboard.press('Shift+R');
  await toast(page)
    .getByText(/Checked just now/)
    .waitFor(patiently);
  await state(page, 'Live').waitFor(seconds);
});
