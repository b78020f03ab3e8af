import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { openAccount } from './support/accountOnX.ts';
import { askEngine } from './support/engineInPage.ts';
import { patiently, replyField } from './support/theWindow.ts';

const seconds = { timeout: 8_000 };

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
