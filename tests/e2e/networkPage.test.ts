import { expect, test } from 'vitest';
import { en } from '#renderer/locales/en.ts';
import { askEngine } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('the network page lists what engine and shell have contacted, by keyboard', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  await askEngine(page, 'capture.pollNow', {});
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').last().fill(en.network.title);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: en.network.title });
  const table = dialog.getByRole('table', { name: en.network.title });
  const rowOf = (purpose: keyof typeof en.network.purposes) =>
    table.getByRole('row').filter({ hasText: en.network.purposes[purpose] });
  for (const purpose of ['mentions', 'dms', 'profilePictures'] as const) {
    await rowOf(purpose).waitFor(patiently);
    expect(await rowOf(purpose).innerText()).toContain('127.0.0.1');
  }
  // The demo contacts nothing but this computer.
  const hosts = await table.getByRole('row').locator('td:first-child').allInnerTexts();
  expect(new Set(hosts)).toEqual(new Set([`127.0.0.1 (${en.network.thisComputer})`]));
  await dialog.getByText(en.network.never).waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ ...patiently, state: 'hidden' });
});
