import { expect, test } from 'vitest';
import { freshUserData, openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { storeWork } from './support/storedWork.ts';
import { patiently } from './support/theWindow.ts';

test('keys lead to the report on the work, from a chart to conversations, and from a figure to one', async () => {
  const userData = freshUserData();
  await storeWork(userData);
  const { page } = await openPerch({ userData, args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('radio', { name: 'Work', checked: true }).waitFor(patiently);
  const first = page.getByRole('region', { name: 'First reply' });
  await first.getByText('29 of 60 targets met').waitFor(patiently);
  await first.getByText(/replies without a recorded target are left out$/).waitFor(patiently);
  await page.getByRole('img', { name: /at the end: Not resolved/ }).waitFor(patiently);
  await page.getByRole('region', { name: 'Busiest hours' }).getByText('As a table').click();
  const table = page.getByRole('table', { name: 'Busiest hours' });
  await table.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const behind = page.getByRole('dialog', { name: /: Messages received$/ });
  await behind.getByRole('listitem').first().waitFor(patiently);
  await page.keyboard.press('Escape');
  await behind.waitFor({ state: 'detached', ...patiently });
  await page.getByRole('region', { name: 'Messages over time' }).locator('circle').last().click();
  const replies = page.getByRole('dialog', { name: /: Replies$/ });
  await replies.getByRole('listitem').first().waitFor(patiently);
  await page.keyboard.press('Escape');
  await replies.waitFor({ state: 'detached', ...patiently });
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await first.getByRole('button', { name: /^In target: 48%/ }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Targets for first replies' });
  await dialog
    .getByText(/^missed/)
    .first()
    .waitFor(patiently);
  expect(await seriousFaults(page), 'dialog').toEqual([]);
  await dialog.getByRole('listitem').first().getByRole('button').focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached', ...patiently });
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
});
