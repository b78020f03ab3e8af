import { expect, test } from 'vitest';
import { askShell } from './support/engineInPage.ts';
import { openPerch } from './support/openPerch.ts';
import { seriousFaults, wear } from './support/seriousFaults.ts';
import { patiently } from './support/theWindow.ts';

test('an emoji is found in the language of the window and inserted by keyboard, in a reply and in a note', async () => {
  const { page } = await openPerch({ args: ['--demo'] });
  await page.getByRole('option').first().waitFor(patiently);
  const picker = page.getByRole('dialog', { name: 'Emoji' });
  const chosen = picker.getByRole('gridcell', { selected: true });
  const typed = () =>
    page.evaluate(() =>
      document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : null,
    );
  await page.keyboard.press('j');
  await page.getByRole('region', { name: 'Reply' }).waitFor(patiently);
  await page.keyboard.press('d');
  await expect.poll(typed, patiently).toBe('');
  await page.keyboard.type('On its way!');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+;');
  await chosen.waitFor(patiently);
  for (const theme of ['light', 'dark'] as const) {
    await wear(page, theme);
    expect(await seriousFaults(page), theme).toEqual([]);
  }
  await page.keyboard.type('delivery truck');
  await picker.getByRole('gridcell', { name: 'delivery truck', selected: true }).waitFor(patiently);
  await page.keyboard.press('Enter');
  await expect.poll(typed, patiently).toBe('On its way🚚!');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(typed, patiently).toBe('On its way!');
  await page.keyboard.press('ControlOrMeta+;');
  await picker.getByRole('gridcell', { name: 'delivery truck', selected: true }).waitFor(patiently);
  await page.keyboard.press('Escape');
  await expect.poll(typed, patiently).toBe('On its way!');
  await page.keyboard.press('Escape');

  await askShell(page, 'preferences.set', { language: 'nl' });
  await page.reload();
  await page.getByRole('option').first().waitFor(patiently);
  if ((await page.getByRole('option', { selected: true }).count()) === 0) await page.keyboard.press('j');
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor(patiently);
  await page.keyboard.press('n');
  await expect.poll(typed, patiently).toBe('');
  await page.keyboard.press('ControlOrMeta+;');
  await picker.getByRole('rowgroup', { name: 'Onlangs gebruikt' }).waitFor(patiently);
  await page.keyboard.type('zwaaiende');
  await picker.getByRole('gridcell', { name: 'zwaaiende hand', selected: true }).waitFor(patiently);
  await page.keyboard.press('Enter');
  await expect.poll(typed, patiently).toBe('👋');
});
